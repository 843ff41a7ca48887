#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace starqueue::house {

/// Something that was told: an answer, a paper, a beep, a line on a display; or that happened to the house.
/// Facts are hashed, traced and checked. They hold nothing that depends on an address, a path or a process
/// id.
class Fact
{
public:
    using Value = std::variant<std::int64_t, std::string>;
    using Details = std::vector<std::pair<std::string, Value>>;

    /// Fact{"hall", "answered", {{"request", 17}, {"seq", 4}}}
    Fact(std::string_view who, std::string_view what, Details details = {})
        : m_who(who), m_what(what), m_details(std::move(details))
    {}

    [[nodiscard]] const std::string& who() const { return m_who; }
    [[nodiscard]] const std::string& what() const { return m_what; }
    [[nodiscard]] bool is(std::string_view who, std::string_view what) const
    {
        return m_who == who && m_what == what;
    }
    /// 0 where the fact has no such number.
    [[nodiscard]] std::int64_t number(std::string_view name) const;
    /// Empty where it has no such text.
    [[nodiscard]] const std::string& text(std::string_view name) const;
    /// On one line: "hall answered request=17 seq=4".
    [[nodiscard]] std::string line() const;

private:
    template <class T> [[nodiscard]] const T& detail(std::string_view name) const;

    std::string m_who;
    std::string m_what;
    Details m_details;
};

} // namespace starqueue::house
