#pragma once

#include <firmware-bridge/ticket/ticket_layout.h>

#include <QByteArray>
#include <QByteArrayList>

namespace starqueue::bridge {

/// What is asked within a ticket. A wire has no checksum; but what a loose cable loses takes a question with
/// it, or its answer, unless it lasts for less than lies between two of them.
struct TransitQuestions
{
    QByteArray mark{}; ///< is answered at once, wherever the printer is in its work; empty: none are asked
    /// Asked right before the cut, and answered in order: not where the printer takes it and the cut for data
    /// of a command of which a part was lost. Empty: a mark stands there.
    QByteArray beforeCut{};
};

/// A ticket's bytes with these questions in between.
struct MarkedTicket
{
    QByteArray bytes;
    int marks = 0;
};

/// Marks stand close to each line that must be whole, before it and behind it, behind the cut, and elsewhere
/// as often as is cheap. `parting` goes before the ticket, with a mark after each piece.
[[nodiscard]] MarkedTicket withMarks(const QByteArrayList& parting, const TicketBytes& ticket,
                                     const TransitQuestions& questions, int baud);

/// Of a ticket's marks, how many had no answer.
enum class MissingMarks { None, Some, Most };

/// Whether a printer is silent while it prints, so that its missing answers say nothing of the cable.
///
/// What a cable loses of a ticket is a part; so a printer is taken for silent after one ticket without most
/// of its answers when the next lacks most of them, too, and after two in a row without some. A ticket with
/// all answers ends that.
class SilentHabit
{
public:
    void note(MissingMarks missing);
    [[nodiscard]] bool explains(MissingMarks missing) const
    {
        return m_inARow >= 2 || (m_lackedMost && missing == MissingMarks::Most);
    }

private:
    int m_inARow = 0;
    bool m_lackedMost = false; ///< the last one
};

} // namespace starqueue::bridge
