#pragma once

#include <house/hall/line.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace starqueue::house {

/// All lines that somebody holds, and how the network is, for all and for those who have a cable of their
/// own.
class Network
{
public:
    Network(Agenda& agenda, const Random& random) : m_agenda(agenda), m_random(random) {}

    /// A line of the client at `address`.
    [[nodiscard]] std::shared_ptr<Line> newLine(const std::string& address);
    [[nodiscard]] std::vector<std::shared_ptr<Line>> lines();
    [[nodiscard]] Agenda::Elapsed anyDelay(const std::string& address)
    {
        return m_random.between(std::chrono::microseconds{100}, stateOf(address).longestDelay);
    }

    void setState(const NetworkState& state);
    /// From here on `address` has a cable of its own, of which it is the only user.
    void setState(const std::string& address, const NetworkState& state) { m_own[address] = state; }

    /// The cable of `address` is pulled: nothing arrives any more, and nobody is told.
    void pullCable(const std::string& address);
    /// Connections from before are lost, and both ends hear of it.
    void plugCable(const std::string& address);
    [[nodiscard]] bool isPulled(const std::string& address) const { return m_pulled.contains(address); }

private:
    struct Held
    {
        std::string address;
        std::weak_ptr<Line> line;
    };

    [[nodiscard]] const NetworkState& stateOf(const std::string& address) const
    {
        const auto own = m_own.find(address);
        return own == m_own.end() ? m_state : own->second;
    }
    [[nodiscard]] std::vector<std::shared_ptr<Line>> linesOf(const std::string& address);

    Agenda& m_agenda;
    Random m_random;
    NetworkState m_state;
    std::map<std::string, NetworkState> m_own; ///< by address; lines refer to them
    std::set<std::string> m_pulled;
    std::vector<Held> m_lines;
};

} // namespace starqueue::house
