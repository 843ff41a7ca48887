#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>

namespace starqueue::house {

/// Counts what should happen sometimes: a fault, a rare path. A set of runs in which an expected one never
/// happened is red, for its checks saw nothing of it.
class Sometimes
{
public:
    void expect(const std::string& what) { m_counts.try_emplace(what, 0); }
    /// Nothing but these.
    void expectOnly(std::initializer_list<std::string> all)
    {
        m_counts.clear();
        for (const std::string& what : all)
            expect(what);
    }
    void saw(const std::string& what, std::int64_t times = 1) { m_counts[what] += times; }
    [[nodiscard]] const std::map<std::string, std::int64_t>& counts() const { return m_counts; }

private:
    std::map<std::string, std::int64_t> m_counts;
};

} // namespace starqueue::house
