#pragma once

#include <house/kernel/agenda.h>
#include <house/kernel/random.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace starqueue::house {

/// A message that is held up on its way while others go on.
struct HeldMessage
{
    std::string words;               ///< it has these in it
    std::chrono::nanoseconds time{}; ///< arrives so much later
    std::function<void()> onSent;
};

/// How the network is just now; all lines share it.
struct NetworkState
{
    std::chrono::nanoseconds longestDelay{std::chrono::milliseconds{4}};
    double cut = 0.1; ///< probability that bytes sent at once arrive in two parts
    std::shared_ptr<const HeldMessage> held{};
};

/// Bytes on their way in one direction: in order, each part after a delay of its own, cut at any byte.
class Pipe : public std::enable_shared_from_this<Pipe>
{
public:
    /// As much as a sender may have on its way; then it waits.
    static constexpr std::size_t kCapacity = 64 * 1024;

    Pipe(Agenda& agenda, Random random, const NetworkState& network)
        : m_agenda(agenda), m_random(random), m_network(network)
    {}

    // The sender's end.
    /// Takes what there is room for, and says how much.
    std::size_t send(std::string_view bytes);
    /// No more comes after what is on its way.
    void end();

    // The receiver's end.
    [[nodiscard]] bool isEmpty() const { return m_arrived.empty(); }
    [[nodiscard]] bool hasEnded() const { return m_hasEnded && m_arrived.empty(); }
    std::string take(std::size_t most);

    /// What hasn't arrived never will; both ends notice.
    void lose();
    /// Nothing arrives any more, not even the end, until lose() tells both ends.
    void fallSilent() { m_isSilent = true; }

    [[nodiscard]] std::size_t waiting() const { return m_onTheWay + m_arrived.size(); }

    std::function<void()> onArrival; ///< bytes or the end
    std::function<void()> onRoom;

private:
    void holdUp(std::string_view bytes);
    void sendPart(std::string part);
    Agenda::Elapsed nextArrival();
    void notify(const std::function<void()>& whom) const
    {
        if (whom)
            whom();
    }

    Agenda& m_agenda;
    Random m_random;
    const NetworkState& m_network;
    Agenda::Elapsed m_lastArrival{};
    std::size_t m_onTheWay = 0;
    std::string m_arrived;
    bool m_isEnding = false;
    bool m_hasEnded = false;
    bool m_isLost = false;
    bool m_isSilent = false;
};

} // namespace starqueue::house
