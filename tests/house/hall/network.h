#pragma once

#include <house/hall/line.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace starqueue::house {

/// All lines that somebody holds, and how the network is.
class Network
{
public:
    Network(Agenda& agenda, const Random& random) : m_agenda(agenda), m_random(random) {}

    [[nodiscard]] std::shared_ptr<Line> newLine()
    {
        auto line = std::make_shared<Line>(m_agenda, Random{m_random()}, state);
        m_lines.push_back(line);
        return line;
    }
    [[nodiscard]] std::vector<std::shared_ptr<Line>> lines()
    {
        std::erase_if(m_lines, [](const auto& line) { return line.expired(); });
        std::vector<std::shared_ptr<Line>> all;
        std::ranges::transform(m_lines, std::back_inserter(all),
                               [](const auto& line) { return line.lock(); });
        return all;
    }
    [[nodiscard]] Agenda::Elapsed anyDelay()
    {
        return m_random.between(std::chrono::microseconds{100}, state.longestDelay);
    }

    NetworkState state;

private:
    Agenda& m_agenda;
    Random m_random;
    std::vector<std::weak_ptr<Line>> m_lines;
};

} // namespace starqueue::house
