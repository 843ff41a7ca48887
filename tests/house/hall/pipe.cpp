#include <house/hall/pipe.h>

#include <algorithm>
#include <utility>

namespace starqueue::house {

std::size_t Pipe::send(std::string_view bytes)
{
    if (m_isEnding || m_isLost)
        return bytes.size();
    const std::size_t taken = std::min(bytes.size(), kCapacity - std::min(kCapacity, waiting()));
    const std::string_view all = bytes.substr(0, taken);
    const std::size_t first =
        all.size() > 1 && m_random.chance(m_network.cut) ? 1 + m_random.below(all.size() - 1) : all.size();
    holdUp(all);
    if (first > 0)
        sendPart(std::string{all.substr(0, first)});
    if (first < all.size())
        sendPart(std::string{all.substr(first)});
    return taken;
}

void Pipe::holdUp(std::string_view bytes)
{
    const auto held = m_network.held; // whoever is told may change it
    if (!held || bytes.find(held->words) == bytes.npos)
        return;
    m_lastArrival = std::max(m_lastArrival, m_agenda.now() + held->time);
    held->onSent();
}

void Pipe::sendPart(std::string part)
{
    m_onTheWay += part.size();
    m_agenda.at(nextArrival(), [pipe = shared_from_this(), part = std::move(part)] {
        pipe->m_onTheWay -= part.size();
        if (pipe->m_isLost || pipe->m_isSilent)
            return;
        pipe->m_arrived += part;
        pipe->notify(pipe->onArrival);
    });
}

// Strictly later than the last part, since the agenda shuffles what is due at the same time.
Agenda::Elapsed Pipe::nextArrival()
{
    const auto delay = m_random.between(std::chrono::microseconds{100}, m_network.longestDelay);
    m_lastArrival = std::max(m_agenda.now() + delay, m_lastArrival + std::chrono::nanoseconds{1});
    return m_lastArrival;
}

void Pipe::end()
{
    if (std::exchange(m_isEnding, true))
        return;
    m_agenda.at(nextArrival(), [pipe = shared_from_this()] {
        if (!pipe->m_isSilent && !std::exchange(pipe->m_hasEnded, true))
            pipe->notify(pipe->onArrival);
    });
}

std::string Pipe::take(std::size_t most)
{
    const std::size_t taken = std::min(most, m_arrived.size());
    std::string bytes = m_arrived.substr(0, taken);
    m_arrived.erase(0, taken);
    if (taken > 0)
        notify(onRoom);
    return bytes;
}

void Pipe::lose()
{
    m_isLost = true;
    m_isEnding = true;
    if (!std::exchange(m_hasEnded, true))
        m_agenda.after({}, [pipe = shared_from_this()] {
            pipe->notify(pipe->onArrival);
            pipe->notify(pipe->onRoom);
        });
}

} // namespace starqueue::house
