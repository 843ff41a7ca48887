#include <firmware-bridge/ticket/ticket_template.h>

#include <firmware-bridge/ticket/ticket_words.h>

#include <QRegularExpression>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression& fieldPattern()
{
    static const QRegularExpression pattern(u"\\{([^{}]*)\\}"_s);
    return pattern;
}

} // namespace

const QString& TicketText::in(PrintedTicket::Language language) const
{
    return language == PrintedTicket::Language::Chinese ? zh : en;
}

FieldWords wordsIn(PrintedTicket::Language language)
{
    return language == PrintedTicket::Language::Chinese ? FieldWords::Chinese : FieldWords::English;
}

QString fieldText(TicketField field, const PrintedTicket& ticket, FieldWords words)
{
    const auto language =
        words == FieldWords::English ? PrintedTicket::Language::English : PrintedTicket::Language::Chinese;
    const bool inBoth = words == FieldWords::Both;
    switch (field) {
    case TicketField::Hall:
        return ticket.hall;
    case TicketField::Number:
        return ticket.number;
    case TicketField::Service:
        return words == FieldWords::English ? ticket.service.en : ticket.service.zh;
    case TicketField::Ahead:
        return ticket.ahead > 0 ? QString::number(ticket.ahead) : QString();
    case TicketField::People:
        if (!ticket.wait && ticket.ahead == 0)
            return {};
        return inBoth ? peopleInBoth(ticket) : peopleWords(ticket, language);
    case TicketField::Wait:
        return inBoth ? waitInBoth(ticket) : waitWords(ticket, language);
    case TicketField::Time:
        return timeWords(ticket.localTime, language);
    case TicketField::Counter:
        return ticket.counter;
    case TicketField::Url:
        return ticket.statusUrl;
    case TicketField::Slip:
        return ticket.slip;
    }
    return {};
}

std::optional<QString> filledIn(const QString& text, const PrintedTicket& ticket, FieldWords words)
{
    QString filled;
    qsizetype from = 0;
    auto fields = fieldPattern().globalMatch(text);
    while (fields.hasNext()) {
        const auto match = fields.next();
        const auto field = formats::withWord<TicketField>(match.captured(1).toStdString());
        const QString value = field ? fieldText(*field, ticket, words) : QString();
        if (value.isEmpty())
            return std::nullopt;
        filled += text.mid(from, match.capturedStart() - from) + value;
        from = match.capturedEnd();
    }
    return filled + text.mid(from);
}

QStringList fieldNamesIn(const QString& text)
{
    QStringList names;
    auto fields = fieldPattern().globalMatch(text);
    while (fields.hasNext())
        names += fields.next().captured(1);
    return names;
}

} // namespace starqueue::bridge
