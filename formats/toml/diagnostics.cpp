#include <formats/toml/diagnostics.h>

#include <array>
#include <charconv>
#include <sstream>

namespace starqueue::formats {

std::string Diagnostics::named(const std::string& key) const
{
    const std::size_t end = key.find(']') + 1; // 0: the key stands in no list
    const auto name = names.find(key.substr(0, end));
    return name == names.end() ? key : name->second + key.substr(end);
}

std::string written(const toml::node& node)
{
    if (node.is_table() || node.is_array_of_tables()) // many lines: the key says enough
        return "";
    if (const auto* decimal = node.as_floating_point()) { // the shortest that reads as the same
        std::array<char, 32> text{};
        const auto end = std::to_chars(text.data(), text.data() + text.size(), decimal->get());
        return {text.data(), end.ptr};
    }
    std::ostringstream out;
    node.visit([&out](const auto& value) { out << value; });
    return out.str();
}

} // namespace starqueue::formats
