#include <firmware-bridge/printer/transit_marks.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

constexpr int kMarkEveryMs = 160; ///< on the wire, at most, but for a longer line

qsizetype bytesBetween(int baud)
{
    return static_cast<qsizetype>(std::max(baud, 300)) * kMarkEveryMs / 10'000;
}

} // namespace

MarkedTicket withMarks(const QByteArrayList& parting, const TicketBytes& ticket, const QByteArray& mark,
                       int baud)
{
    if (mark.isEmpty())
        return {parting.join() + ticket.bytes, 0};
    MarkedTicket marked;
    const auto add = [&marked, &mark](const QByteArray& piece) {
        marked.bytes += piece + mark;
        ++marked.marks;
    };
    for (const QByteArray& piece : parting)
        add(piece);
    if (parting.isEmpty())
        add({});
    qsizetype from = 0;
    for (std::size_t i = 0; i < ticket.lineEnds.size(); ++i) {
        const qsizetype next = i + 1 < ticket.lineEnds.size() ? ticket.lineEnds[i + 1] : ticket.bytes.size();
        if (next - from <= bytesBetween(baud) || ticket.lineEnds[i] == from)
            continue;
        add(ticket.bytes.mid(from, ticket.lineEnds[i] - from));
        from = ticket.lineEnds[i];
    }
    add(ticket.bytes.mid(from));
    return marked;
}

} // namespace starqueue::bridge
