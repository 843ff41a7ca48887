#include <house/hall/network.h>

#include <algorithm>

namespace starqueue::house {

std::shared_ptr<Line> Network::newLine(const std::string& address)
{
    auto line = std::make_shared<Line>(m_agenda, Random{m_random()}, stateOf(address));
    if (isPulled(address))
        line->fallSilent();
    m_lines.push_back({address, line});
    return line;
}

std::vector<std::shared_ptr<Line>> Network::lines()
{
    std::erase_if(m_lines, [](const Held& held) { return held.line.expired(); });
    std::vector<std::shared_ptr<Line>> all;
    std::ranges::transform(m_lines, std::back_inserter(all),
                           [](const Held& held) { return held.line.lock(); });
    return all;
}

std::vector<std::shared_ptr<Line>> Network::linesOf(const std::string& address)
{
    std::vector<std::shared_ptr<Line>> its;
    for (const Held& held : m_lines)
        if (auto line = held.address == address ? held.line.lock() : nullptr)
            its.push_back(std::move(line));
    return its;
}

void Network::setState(const NetworkState& state)
{
    m_state = state;
    for (auto& [address, own] : m_own)
        own = state;
}

void Network::pullCable(const std::string& address)
{
    m_pulled.insert(address);
    for (const auto& line : linesOf(address))
        line->fallSilent();
}

void Network::plugCable(const std::string& address)
{
    if (m_pulled.erase(address) == 0)
        return;
    for (const auto& line : linesOf(address))
        line->breakOff();
}

} // namespace starqueue::house
