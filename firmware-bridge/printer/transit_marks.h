#pragma once

#include <firmware-bridge/ticket/ticket_layout.h>

#include <QByteArray>
#include <QByteArrayList>

namespace starqueue::bridge {

/// A ticket's bytes with marks in between: questions that a printer answers at once, wherever it is in its
/// work. A wire has no checksum; but what a loose cable loses takes a mark with it, or its answer, unless it
/// lasts for less than lies between two marks.
struct MarkedTicket
{
    QByteArray bytes;
    int marks = 0;
};

/// `parting` goes before the ticket, with a mark after each piece. `mark`: the bytes that ask; empty: no
/// marks.
[[nodiscard]] MarkedTicket withMarks(const QByteArrayList& parting, const TicketBytes& ticket,
                                     const QByteArray& mark, int baud);

} // namespace starqueue::bridge
