// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace entente
{

/// The folder with ontology/, language/, sample/ and help/: that of ENTENTE_RESOURCES if set, else
/// ../share/entente beside an installed program, else resources/ of the tree it was built in.
std::filesystem::path resourceFolder();

} // namespace entente
