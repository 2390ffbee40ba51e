// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/model/edit.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace entente
{

// Edits as JSON, for the project file's log and for scripts: an object with the edit's `kind`
// ("changeEntity"), the id of what it changes, and the fields that it changes, in one line. Ids are
// UUIDs, spans pairs of code points, dates EDTF; what is null is unstated; what is not there is
// left as it is. Text that is no UTF-8 stands as its bytes: {"hex": "6e61ef7665"}.

/// The kind that files give an edit: "addClaim".
std::string_view kindOf(const Edit& edit);

/// The texts and annotations of articles that an edit adds.
enum class FilesInJson {
    Within, ///< They stand in the JSON.
    Apart,  ///< Their checksums do; the files are kept elsewhere (contents.h).
};

std::string toJson(const Edit& edit, FilesInJson files = FilesInJson::Within);
/// The same, of one of those that were done together.
std::string singleToJson(const SingleEdit& edit, FilesInJson files);

/// @returns the edit; or what is wrong with it, in words that name the place ("fields.modality").
Expected<Edit, std::string> editFromJson(std::string_view json);
/// The same, of JSON that was read already.
Expected<Edit, std::string> editFrom(const nlohmann::ordered_json& json);

} // namespace entente
