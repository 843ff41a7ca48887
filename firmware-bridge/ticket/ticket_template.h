#pragma once

#include <firmware-bridge/ticket/printed_ticket.h>
#include <formats/words.h>

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace starqueue::bridge {

/// What a template may put on a ticket, as "{hall}". This list is closed: nothing in it says who the customer
/// is.
enum class TicketField : std::uint8_t {
    Hall,
    Number,
    Service,
    Ahead,   ///< how many people, as a bare figure; empty when nobody is
    People,  ///< the same in words
    Wait,    ///< the expected wait in words
    Time,    ///< when it was taken
    Counter, ///< what stands over the counter that it was sent to
    Url,     ///< of the ticket's page; in QR codes only
    Slip     ///< what a paper says that is nobody's ticket; empty on tickets
};

consteval auto spelling(TicketField)
{
    using enum TicketField;
    return formats::spelled<TicketField>({{Hall, "hall"},
                                          {Number, "number"},
                                          {Service, "service"},
                                          {Ahead, "ahead"},
                                          {People, "people"},
                                          {Wait, "wait"},
                                          {Time, "time"},
                                          {Counter, "counter"},
                                          {Url, "url"},
                                          {Slip, "slip"}});
}

/// Words of a row with fields in them, in both languages.
struct TicketText
{
    QString zh;
    QString en;

    [[nodiscard]] bool empty() const { return zh.isEmpty() && en.isEmpty(); }
    [[nodiscard]] const QString& in(PrintedTicket::Language language) const;
    friend bool operator==(const TicketText&, const TicketText&) = default;
};

/// One [[row]] of a template. A row of which a field is empty isn't printed.
struct TicketRow
{
    enum class Kind : std::uint8_t {
        Text,
        Pair, ///< a small label, and its value behind a tab
        Rule, ///< a line across the paper
        Logo, ///< from the printer's own memory
        Code, ///< a QR code of the text
        Space
    };
    enum class Align : std::uint8_t { Left, Centre, Right };

    Kind kind = Kind::Text;
    Align align = Align::Left;
    int size = 1; ///< letters that many times as wide and high, less where they don't fit
    bool bold = false;
    TicketText text{}; ///< the value of a pair
    TicketText label{};
    std::optional<TicketField> needs{}; ///< printed only where this field isn't empty
    int dots = 0;                       ///< of a space, or of a QR code's module
    int pitch = 0;                      ///< dots from this line's top to the next one's; 0: as before

    friend bool operator==(const TicketRow&, const TicketRow&) = default;
};

consteval auto spelling(TicketRow::Align)
{
    using enum TicketRow::Align;
    return formats::spelled<TicketRow::Align>({{Left, "left"}, {Centre, "centre"}, {Right, "right"}});
}

/// What a ticket looks like, from top to bottom. docs/tickets.md says how to write one.
struct TicketTemplate
{
    enum class Language : std::uint8_t {
        Customers, ///< the one chosen at the kiosk
        Chinese,
        English,
        Both
    };

    Language language = Language::Customers;
    std::vector<TicketRow> rows;

    friend bool operator==(const TicketTemplate&, const TicketTemplate&) = default;
};

consteval auto spelling(TicketTemplate::Language)
{
    using enum TicketTemplate::Language;
    return formats::spelled<TicketTemplate::Language>(
        {{Customers, "customer"}, {Chinese, "zh"}, {English, "en"}, {Both, "both"}});
}

/// The words of a field: of one language, or of both at once.
enum class FieldWords : std::uint8_t { Chinese, English, Both };
[[nodiscard]] FieldWords wordsIn(PrintedTicket::Language language);

/// The text of a field; empty where the ticket has nothing to say there. Of a service it is the Chinese name
/// for Both.
[[nodiscard]] QString fieldText(TicketField field, const PrintedTicket& ticket, FieldWords words);

/// `text` with its fields filled in; nothing where one of them is empty.
[[nodiscard]] std::optional<QString> filledIn(const QString& text, const PrintedTicket& ticket,
                                              FieldWords words);

/// The names in braces in `text`, "hall", whether there are such fields or not.
[[nodiscard]] QStringList fieldNamesIn(const QString& text);

} // namespace starqueue::bridge
