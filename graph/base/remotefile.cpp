// SPDX-License-Identifier: Apache-2.0
#include "graph/base/remotefile.h"

#include <algorithm>
#include <array>

#include <sys/vfs.h>

namespace entente
{

bool isRemoteFileSystem(unsigned long type)
{
    // As in statfs(2) and linux/magic.h.
    constexpr std::array<unsigned long, 11> remote{
        0x6969,     // NFS
        0xFF534D42, // CIFS
        0xFE534D42, // SMB2
        0x517B,     // SMB
        0x65735546, // FUSE: sshfs, rclone, cloud folders
        0x01021997, // 9P
        0x00C36400, // Ceph
        0x5346414F, // AFS
        0x6B414653, // AFS of Linux
        0x73757245, // Coda
        0x564C,     // NCP
    };
    return std::ranges::find(remote, type) != remote.end();
}

bool isRemoteFile(const std::filesystem::path& path)
{
    struct statfs status = {};
    if (::statfs(path.c_str(), &status) != 0)
        return false;
    // The type is signed on some machines, and 32 bits of it count.
    return isRemoteFileSystem(static_cast<unsigned long>(status.f_type) & 0xFFFFFFFFUL);
}

} // namespace entente
