// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/forgetfuldisk.h"

#include <functional>
#include <memory>

struct sqlite3_vfs;

namespace entente
{

/// While it lives it is SQLite's own way to files, for all who ask for no other: the usual one,
/// that tells a ForgetfulDisk of all that is done in its folder. Nothing is really flushed: what a
/// test reads is what programs see before a power cut, what the disk says is what they find after.
/// One at a time, for one thread.
class PowerLossVfs
{
public:
    /// What comes of SQLite's wish to flush.
    enum class Flushing {
        Done,
        Ignored, ///< As by a disk that lies.
        Full,    ///< Under PRAGMA synchronous=FULL, whatever was asked for.
        Normal,
        Off,
    };

    explicit PowerLossVfs(Flushing flushing = Flushing::Done);
    ~PowerLossVfs();
    PowerLossVfs(const PowerLossVfs&) = delete;
    PowerLossVfs& operator=(const PowerLossVfs&) = delete;
    PowerLossVfs(PowerLossVfs&&) = delete;
    PowerLossVfs& operator=(PowerLossVfs&&) = delete;

    void add(ForgetfulDisk& disk);

    /// Called ahead of each call that changes what is on a disk, or flushes it.
    std::function<void(const ForgetfulDisk&)> beforeChange;

    /// Asked at each flush of a file on a disk; where it says so the flush is not done, and fails.
    std::function<bool()> flushFails;

    struct Data;

private:
    std::unique_ptr<Data> m_data;
};

} // namespace entente
