#include <formats/json/json_string.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace starqueue::formats {

namespace {

bool isPlain(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7F && c != '"' && c != '\\'; });
}

} // namespace

void appendJsonString(std::string& out, std::string_view value)
{
    if (!isPlain(value)) {
        out += nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return;
    }
    out += '"';
    out += value;
    out += '"';
}

} // namespace starqueue::formats
