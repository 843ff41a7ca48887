#pragma once

#include <QMetaType>
#include <QString>

#include <optional>
#include <utility>

namespace starqueue::bridge {

/// An expected wait as the ticket shows it. Both 0: at once.
struct PrintedWait
{
    int lowSeconds = 0;
    int highSeconds = 0;
    bool unknown = false; ///< nobody can know it: no counter is open
};

/// A name in both languages. One text alone stands for both.
struct PrintedName
{
    QString zh;
    QString en;

    PrintedName() = default;
    PrintedName(const QString& both)
        : zh(both), en(both) {} // NOLINT(google-explicit-constructor): a name is a text
    PrintedName(QString chinese, QString english) : zh(std::move(chinese)), en(std::move(english)) {}
    friend bool operator==(const PrintedName&, const PrintedName&) = default;
};

/// What stands on one ticket; the template decides where and in which words.
///
/// Nothing in here says who the customer is: a ticket is read by whoever finds it.
struct PrintedTicket
{
    enum class Language { Chinese, English };

    QString hall;
    QString number; ///< ASCII, such as "A012"
    PrintedName service;
    Language language = Language::Chinese; ///< the customer's
    int ahead = 0;                         ///< people who are called before this ticket
    std::optional<PrintedWait> wait;       ///< none: nothing is promised
    QString localTime;                     ///< the hall's time, "2026-11-22 10:24"
    QString counter;                       ///< the sign over the counter that it was sent to; empty: to none
    QString statusUrl;                     ///< empty: no QR
    QString slip;                          ///< ASCII; stands on a paper that is nobody's ticket
    bool reprint = false;                  ///< marked, so that it isn't mistaken for a second ticket
};

} // namespace starqueue::bridge

Q_DECLARE_METATYPE(starqueue::bridge::PrintedTicket)
