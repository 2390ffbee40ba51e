// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace entente
{

/// The style sheet of a dossier. It has no <, > or &, so that it reads the same as HTML and as XML,
/// and names no font that has to be fetched.
const char* dossierStyle();

} // namespace entente
