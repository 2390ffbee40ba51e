// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace pugi
{
class xml_document;
}

namespace entente
{

/// What XML 1.0 can hold of a text: characters that it forbids, and bytes that are not UTF-8,
/// become U+FFFD. Markup is left to whoever writes it.
std::string xmlText(std::string_view text);
std::string xmlText(std::u16string_view text);

/// A document as text, indented, whatever the locale.
std::string xmlOf(const pugi::xml_document& document);

} // namespace entente
