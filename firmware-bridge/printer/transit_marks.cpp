#include <firmware-bridge/printer/transit_marks.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

constexpr int kMarkEveryMs = 300; ///< on the wire, at most, but for a longer line

qsizetype bytesBetween(int baud)
{
    return static_cast<qsizetype>(std::max(baud, 300)) * kMarkEveryMs / 10'000;
}

/// Where marks stand in the ticket before its cut.
std::vector<qsizetype> places(const TicketBytes& ticket, int baud)
{
    std::vector<qsizetype> all;
    qsizetype from = 0;
    for (std::size_t i = 0; i < ticket.lineEnds.size(); ++i) {
        const qsizetype end = ticket.lineEnds[i];
        const qsizetype next = i + 1 < ticket.lineEnds.size() ? ticket.lineEnds[i + 1] : ticket.cut;
        const bool isEdge = std::binary_search(ticket.edges.begin(), ticket.edges.end(), end);
        const bool isDue = next - from > bytesBetween(baud);
        if (end > from && end < ticket.cut && (isEdge || isDue))
            all.push_back(from = end);
    }
    return all;
}

} // namespace

MarkedTicket withMarks(const QByteArrayList& parting, const TicketBytes& ticket,
                       const TransitQuestions& questions, int baud)
{
    if (questions.mark.isEmpty())
        return {parting.join() + ticket.bytes, 0};
    MarkedTicket marked;
    const auto add = [&marked, &questions](const QByteArray& piece) {
        marked.bytes += piece + questions.mark;
        ++marked.marks;
    };
    for (const QByteArray& piece : parting)
        add(piece);
    qsizetype from = 0;
    for (const qsizetype place : places(ticket, baud)) {
        add(ticket.bytes.mid(from, place - from));
        from = place;
    }
    const QByteArray rest = ticket.bytes.mid(from, ticket.cut - from);
    if (questions.beforeCut.isEmpty())
        add(rest);
    else
        marked.bytes += rest + questions.beforeCut;
    add(ticket.bytes.mid(ticket.cut));
    return marked;
}

void SilentHabit::note(MissingMarks missing)
{
    m_inARow = missing == MissingMarks::None ? 0 : m_inARow + 1;
    m_lackedMost = missing == MissingMarks::Most;
}

} // namespace starqueue::bridge
