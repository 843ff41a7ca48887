#pragma once

#include <client/api/words.h>
#include <firmware-bridge/printer/contact/printer_condition.h>

#include <QMetaType>
#include <QString>

namespace starqueue::bridge {

/// A printer as the hall and the kiosk see it.
struct PrinterState
{
    enum class Kind {
        Starting,
        Ready,
        NearEnd,
        DoesntConfirm, ///< works, but only "sent" can be said
        PaperOut,
        CoverOpen,
        CutterFault,
        Jam,
        Presenter,
        TicketWaiting, ///< one lies in the presenter, and the next can't begin
        Cooling,
        Feed,          ///< somebody holds FEED, or it waits for FEED
        Broken,        ///< needs a technician
        OtherLanguage, ///< `detail`: whose
        WrongBaud,     ///< only noise comes
        NoPermission,  ///< `detail`: the group that may
        PortInUse,     ///< `detail`: by whom
        PortMissing,   ///< never there: a typo
        Silent,
        Unplugged,
        Blocked,          ///< it holds up what it is sent: no question can pass
        StatusUnanswered, ///< `detail`: the question of status that it leaves out
    };

    Kind kind = Kind::Starting;
    QString detail{};

    bool operator==(const PrinterState&) const = default;

    [[nodiscard]] bool ready() const
    {
        return kind == Kind::Ready || kind == Kind::NearEnd || kind == Kind::DoesntConfirm;
    }
    /// It ends by itself, or by the customer's hand: a ticket waits for that.
    [[nodiscard]] bool passing() const
    {
        return kind == Kind::TicketWaiting || kind == Kind::Cooling || kind == Kind::Feed ||
               kind == Kind::Blocked;
    }
    [[nodiscard]] client::api::DeviceState state() const;
    /// "paperOut", "silent" …; empty when well.
    [[nodiscard]] QString fault() const;
};

/// What a printer that answers is by its condition: Ready where nothing is wrong.
[[nodiscard]] PrinterState::Kind kindOf(const PrinterCondition& condition);

} // namespace starqueue::bridge

Q_DECLARE_METATYPE(starqueue::bridge::PrinterState)
