#include <house/run/fact.h>

#include <algorithm>

namespace starqueue::house {

template <class T> const T& Fact::detail(std::string_view name) const
{
    static const T none{};
    const auto found = std::ranges::find(m_details, name, &Details::value_type::first);
    const T* const value = found == m_details.end() ? nullptr : std::get_if<T>(&found->second);
    return value == nullptr ? none : *value;
}

std::int64_t Fact::number(std::string_view name) const
{
    return detail<std::int64_t>(name);
}

const std::string& Fact::text(std::string_view name) const
{
    return detail<std::string>(name);
}

std::string Fact::line() const
{
    std::string line = m_who + ' ' + m_what;
    for (const auto& [name, value] : m_details) {
        const auto* const number = std::get_if<std::int64_t>(&value);
        line +=
            ' ' + name + '=' + (number != nullptr ? std::to_string(*number) : std::get<std::string>(value));
    }
    return line;
}

} // namespace starqueue::house
