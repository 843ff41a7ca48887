#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace starqueue::bridge {

/// An expected wait as the ticket shows it. Both 0: at once.
struct PrintedWait
{
    int lowSeconds = 0;
    int highSeconds = 0;
    bool unknown = false; ///< nobody can know it: no counter is open
};

/// What stands on one ticket; the layout decides where and in which words.
struct PrintedTicket
{
    enum class Language { Chinese, English };

    QString hall;
    QString number; ///< ASCII, such as "A012"
    QString service;
    Language language = Language::Chinese;
    int ahead = 0;                   ///< people who are called before this ticket
    std::optional<PrintedWait> wait; ///< none: nothing is promised
    QString localTime;               ///< the hall's time, ready to print
    QString statusUrl;               ///< empty: no QR
    bool reprint = false;            ///< marked, so that it isn't mistaken for a second ticket
};

} // namespace starqueue::bridge

Q_DECLARE_METATYPE(starqueue::bridge::PrintedTicket)
