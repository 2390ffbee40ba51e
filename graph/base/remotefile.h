// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace entente
{

/// Whether a kind of file system, as statfs(2) numbers it, keeps its files on another machine or
/// behind another program (FUSE): there a lock may hold on this machine alone, and what was flushed
/// may not be on a disk.
bool isRemoteFileSystem(unsigned long type);

/// Whether a file or folder is on one; no, where that cannot be found out.
bool isRemoteFile(const std::filesystem::path& path);

} // namespace entente
