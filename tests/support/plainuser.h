// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTest>

#include <array>

#include <linux/capability.h>
#include <linux/securebits.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace entente
{

/// The superuser may write everywhere; while this lives permissions hold for it as for all others.
class PlainUser
{
public:
    PlainUser()
    {
        QCOMPARE(syscall(SYS_capget, &m_header, m_before.data()), 0);
        // Else access() asks for the superuser with all that it may. Others cannot set this, and
        // need not.
        (void)::prctl(PR_SET_SECUREBITS, m_bits | SECBIT_NO_SETUID_FIXUP);
        auto fewer = m_before;
        fewer[0].effective &= ~(1U << CAP_DAC_OVERRIDE | 1U << CAP_DAC_READ_SEARCH);
        QCOMPARE(syscall(SYS_capset, &m_header, fewer.data()), 0);
    }
    ~PlainUser()
    {
        if (syscall(SYS_capset, &m_header, m_before.data()) != 0)
            qFatal("cannot be the superuser again");
        (void)::prctl(PR_SET_SECUREBITS, m_bits);
    }
    PlainUser(const PlainUser&) = delete;
    PlainUser& operator=(const PlainUser&) = delete;
    PlainUser(PlainUser&&) = delete;
    PlainUser& operator=(PlainUser&&) = delete;

private:
    int m_bits = ::prctl(PR_GET_SECUREBITS);
    __user_cap_header_struct m_header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> m_before{};
};

} // namespace entente
