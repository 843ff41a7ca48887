#pragma once

#include <client/answer.h>
#include <client/api/request_ids.h>
#include <client/face/face_clock.h>
#include <kiosk/visit/countdown.h>
#include <kiosk/visit/identity_entry.h>
#include <kiosk/visit/issued_ticket.h>

#include <QObject>
#include <QQmlEngine>

#include <functional>

namespace starqueue::kiosk {

using namespace Qt::StringLiterals;

/// One customer's stay at the kiosk: which page they see, what they asked for, when it is forgotten.
///
/// One touch on a service is one intent with one requestId; until it is answered, and until its
/// ticket has gone from the screen, further touches on services do nothing. What is personal is
/// cleared with the answer at the latest, or when nobody touches the screen for 30 s.
class Visit : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the model owns it")
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(Problem problem READ problem NOTIFY pageChanged)
    Q_PROPERTY(bool retryable READ retryable NOTIFY pageChanged)
    Q_PROPERTY(bool codeTooEarly READ codeTooEarly NOTIFY codeTooEarlyChanged)
    Q_PROPERTY(starqueue::kiosk::IdentityEntry* identity READ identity CONSTANT)
    Q_PROPERTY(starqueue::kiosk::IssuedTicket* ticket READ ticket CONSTANT)
    Q_PROPERTY(starqueue::kiosk::Countdown* countdown READ countdown CONSTANT)

public:
    enum class Page { Services, Identify, Statutory, Working, Ticket, Notice };
    Q_ENUM(Page)

    /// Why there is no ticket, as far as it makes a difference to the customer.
    enum class Problem {
        None,
        Unreachable, ///< the hall didn't answer
        AlreadyWaiting,
        ServiceClosed,
        DayClosed,
        HallClosed,
        SoldOut,
        IdentityLimit,
        KioskBusy,
        Other
    };
    Q_ENUM(Problem)

    /// Asks the hall for a ticket and gives the answer, never from within the call.
    using Issue = std::function<void(const client::api::IssueRequest& request,
                                     std::function<void(const client::Answer&)>)>;

    /// Asks the hall to put off a ticket's call, and gives the answer, never from within the call.
    using Postpone = std::function<void(const QString& ticket, std::function<void(const client::Answer&)>)>;

    /// Tells the hall that this ticket needs no paper any more.
    using ForgoPaper = std::function<void(const QString& ticket)>;

    Visit(QString kiosk, Issue issue, Postpone postpone, ForgoPaper forgoPaper,
          const client::FaceClock& clock = client::FaceClock::machine(), QObject* parent = nullptr);

    [[nodiscard]] Page page() const { return m_page; }
    /// For Page::Notice.
    [[nodiscard]] Problem problem() const { return m_problem; }
    /// The hall didn't answer: retry() sends the same request once more.
    [[nodiscard]] bool retryable() const
    {
        return m_problem == Problem::Unreachable || m_problem == Problem::KioskBusy;
    }
    /// A code was read that couldn't be taken on this page.
    [[nodiscard]] bool codeTooEarly() const { return m_codeTooEarly; }
    [[nodiscard]] IdentityEntry* identity() { return &m_identity; }
    [[nodiscard]] const IdentityEntry* identity() const { return &m_identity; }
    [[nodiscard]] IssuedTicket* ticket() { return &m_ticket; }
    [[nodiscard]] const IssuedTicket* ticket() const { return &m_ticket; }
    [[nodiscard]] Countdown* countdown() { return &m_countdown; }

    /// Whether a service asks for a statutory priority first: the hall grants some at the kiosk.
    void askStatutory(bool ask) { m_askStatutory = ask; }
    /// Takes the state of this kiosk's printer from the board.
    void setPrinter(client::api::PrinterWord printer) { m_printer = printer; }

    Q_INVOKABLE void openIdentify();
    Q_INVOKABLE void confirmIdentity();
    /// Goes on without an identity.
    Q_INVOKABLE void skipIdentity();
    Q_INVOKABLE void chooseService(const QString& serviceId);
    /// The id of one of the hall's groups, or empty: none of these.
    Q_INVOKABLE void answerStatutory(const QString& group);
    Q_INVOKABLE void retry();
    /// Puts off the call of the ticket on the screen, once.
    Q_INVOKABLE void postpone();
    /// The customer has the number from the screen and goes: no paper is to come out later.
    Q_INVOKABLE void noteNumber();
    /// Back to the start; forgets this customer.
    Q_INVOKABLE void finish();
    /// No number can be taken for a while: who they are is forgotten, since whoever comes afterwards may be
    /// somebody else. A number that was asked for goes on.
    void interrupt();
    /// Call it when the screen is touched: restarts the idle time.
    Q_INVOKABLE void touched();
    /// What a reader has read: says who this customer is, before a number is asked for. Over a number, or a
    /// notice, it is the next customer's; while a number is fetched it is too early.
    void takeCode(const client::ScannedCode& code);

signals:
    void pageChanged();
    void codeTooEarlyChanged();
    /// The customer is forgotten: language and modes go back to what they were.
    void finished();

private:
    void go(Page page);
    void setCodeTooEarly(bool early);
    void issue();
    void conclude(const client::Answer& answer);
    [[nodiscard]] std::chrono::milliseconds idleTime() const;

    QString m_kiosk;
    Issue m_issue;
    Postpone m_postpone;
    ForgoPaper m_forgoPaper;
    IdentityEntry m_identity;
    IssuedTicket m_ticket;
    Countdown m_countdown;
    client::api::RequestIds m_ids;
    client::api::IssueRequest m_intent;
    client::api::PrinterWord m_printer = client::api::PrinterWord::Unknown;
    Problem m_problem = Problem::None;
    Page m_page = Page::Services;
    bool m_askStatutory = false;
    bool m_codeTooEarly = false;
};

} // namespace starqueue::kiosk
