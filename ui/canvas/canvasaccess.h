// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace entente
{

class GraphCanvas;

/// Lets screen readers and other helpers see the nodes and edges of every canvas as its children,
/// with their names, where they are, whether they are selected, and what can be done with them.
void exposeCanvases();

/// Tells those who listen that something else is selected on it.
void announceSelection(GraphCanvas& canvas);

/// Tells those who listen that its children are others.
void announcePicture(GraphCanvas& canvas);

} // namespace entente
