// SPDX-License-Identifier: Apache-2.0
#include "graph/project/author.h"

#include <pwd.h>
#include <unistd.h>

namespace entente
{

std::string userName()
{
    const passwd* user = ::getpwuid(::getuid());
    return user != nullptr ? user->pw_name : std::to_string(::getuid());
}

} // namespace entente
