#pragma once

#include <client/face/face_clock.h>
#include <client/face/row_list.h>
#include <counter/command_sender.h>
#include <counter/floor/destination.h>
#include <counter/keys/scan_guard.h>
#include <counter/prompt/command_prompt.h>
#include <counter/step_offer.h>

#include <QObject>
#include <QQmlEngine>

namespace starqueue::counter {

/// One counter as its clerk sees and works it, without a window.
///
/// Fed with boards, events and reachability from the hall and with time by
/// tick(), about four times a second; sends one command at a time. What the hall
/// says isn't possible now (Counter::may) is disabled rather than refused; a refusal
/// all the same comes as a notice in words. Lives on one thread.
class CounterModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(Page page READ page NOTIFY changed)
    Q_PROPERTY(bool connected READ connected NOTIFY changed)
    Q_PROPERTY(bool sending READ sending NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString counterName READ counterName NOTIFY changed)
    Q_PROPERTY(QString clerk READ clerk WRITE setClerk NOTIFY changed)
    Q_PROPERTY(QString clerkProblem READ clerkProblem NOTIFY changed)
    Q_PROPERTY(bool needsPin READ needsPin NOTIFY changed)
    Q_PROPERTY(QString pin READ pin WRITE setPin NOTIFY changed)
    Q_PROPERTY(QString today READ today NOTIFY changed)
    Q_PROPERTY(QString waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QString services READ services NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString why READ why NOTIFY changed)
    Q_PROPERTY(QString timer READ timer NOTIFY changed)
    Q_PROPERTY(QString timerLabel READ timerLabel NOTIFY changed)
    Q_PROPERTY(QString pauseReason READ pauseReason NOTIFY changed)
    Q_PROPERTY(bool pausesNext READ pausesNext NOTIFY changed)
    Q_PROPERTY(QString nextStepText READ nextStepText NOTIFY changed)
    Q_PROPERTY(bool canDoNextStep READ canDoNextStep NOTIFY changed)
    Q_PROPERTY(bool canRecall READ canRecall NOTIFY changed)
    Q_PROPERTY(bool canNoShow READ canNoShow NOTIFY changed)
    Q_PROPERTY(QString noShowText READ noShowText NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(QString lastStepText READ lastStepText NOTIFY changed)
    Q_PROPERTY(bool offersUndo READ offersUndo NOTIFY changed)
    Q_PROPERTY(int undoSeconds READ undoSeconds NOTIFY changed)
    Q_PROPERTY(bool canTransfer READ canTransfer NOTIFY changed)
    Q_PROPERTY(bool canPark READ canPark NOTIFY changed)
    Q_PROPERTY(bool canUnpark READ canUnpark NOTIFY changed)
    Q_PROPERTY(bool canCallNumber READ canCallNumber NOTIFY changed)
    Q_PROPERTY(QString recallText READ recallText NOTIFY changed)
    Q_PROPERTY(bool canWalkIn READ canWalkIn NOTIFY changed)
    Q_PROPERTY(bool canHandover READ canHandover NOTIFY changed)
    Q_PROPERTY(bool canMore READ canMore NOTIFY changed)
    Q_PROPERTY(bool canPause READ canPause NOTIFY changed)
    Q_PROPERTY(bool canHelp READ canHelp NOTIFY changed)
    Q_PROPERTY(bool helpAsked READ helpAsked NOTIFY changed)
    Q_PROPERTY(bool canClose READ canClose NOTIFY changed)
    Q_PROPERTY(QString notice READ notice NOTIFY changed)
    Q_PROPERTY(bool noticeIsRefusal READ noticeIsRefusal NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* facts READ facts CONSTANT)
    Q_PROPERTY(QAbstractItemModel* waits READ waits CONSTANT)
    Q_PROPERTY(QAbstractItemModel* parked READ parked CONSTANT)
    Q_PROPERTY(starqueue::counter::CommandPrompt* prompt READ prompt CONSTANT)

public:
    enum class Page { Connecting, Forbidden, InUse, Closed, Idle, Paused, Ticket };
    Q_ENUM(Page)

    static constexpr std::chrono::milliseconds kQuick{250}; ///< an answer within it makes nothing flicker
    /// A list that has just been rearranged takes no digit: it was meant for who stood there.
    static constexpr std::chrono::milliseconds kStands{500};
    static constexpr std::chrono::seconds kNoticeStays{
        8}; ///< a good one; a refusal stays until the next command

    /// `clerk` may be empty: then it is asked for when the counter opens.
    CounterModel(client::HallClient& hall, const QString& counter, QString clerk, client::FaceClock clock,
                 QObject* parent = nullptr);

    /// By the clock that was passed in.
    [[nodiscard]] std::chrono::milliseconds steadyNow() const { return m_clock.steady(); }

    void takeBoard(const client::api::Board& board);
    void takeEvent(const client::api::Event& event);
    /// `refusal`: why the hall refuses this token; empty when it doesn't.
    void setConnected(bool connected, const QString& refusal);
    /// Whether another window works this counter.
    void setElsewhere(bool elsewhere);
    void tick();

    /// The one thing that comes next: open, call, start, finish, resume or take over.
    Q_INVOKABLE void doNextStep();
    Q_INVOKABLE void recall();
    Q_INVOKABLE void noShow();
    Q_INVOKABLE void undo();
    Q_INVOKABLE void transfer();
    Q_INVOKABLE void park();
    Q_INVOKABLE void unpark(const QString& ticket);
    Q_INVOKABLE void callNumber();
    Q_INVOKABLE void pause();
    Q_INVOKABLE void askHelp();
    Q_INVOKABLE void closeCounter();
    Q_INVOKABLE void walkIn();
    Q_INVOKABLE void handover();
    /// Asks which of what is done seldom.
    Q_INVOKABLE void more();
    /// Shows which key does what, and the whole of why().
    Q_INVOKABLE void showKeys();
    /// A key was pressed outside of every field and question: a digit alone calls the parked customer in that
    /// row back.
    void typeKey(const QString& text);
    /// More may belong to what was typed just now.
    [[nodiscard]] bool isScanning() const { return m_typedKeys.isWaiting(m_clock.steady()); }

    [[nodiscard]] Page page() const;
    [[nodiscard]] bool connected() const { return m_connected; }
    /// A command is under way.
    [[nodiscard]] bool busy() const { return m_sender.busy(); }
    /// One has been for longer than kQuick.
    [[nodiscard]] bool sending() const;
    /// Why this counter can't be worked from here and what to do; empty when it can.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString counterName() const;
    /// Who works here; while the counter is closed, who is about to.
    [[nodiscard]] const QString& clerk() const;
    /// Keeps what a clerk's number may have.
    void setClerk(const QString& clerk);
    /// Why what was typed last isn't all in clerk(); empty: it is.
    [[nodiscard]] const QString& clerkProblem() const { return m_clerkProblem; }
    /// Whether the hall wants a PIN with the clerk's number.
    [[nodiscard]] bool needsPin() const { return m_needsPin; }
    /// As typed; forgotten once it is sent.
    [[nodiscard]] const QString& pin() const { return m_pin; }
    void setPin(const QString& pin);
    [[nodiscard]] QString today() const;
    [[nodiscard]] QString waiting() const;
    /// What this counter gives today, where somebody has changed that; else empty.
    [[nodiscard]] QString services() const;
    [[nodiscard]] QString number() const;
    [[nodiscard]] QString why() const;
    [[nodiscard]] QString timer() const;
    [[nodiscard]] QString timerLabel() const;
    [[nodiscard]] const QString& pauseReason() const { return m_here.pauseReason; }
    /// True while a pause waits for the present customer to finish.
    [[nodiscard]] bool pausesNext() const { return m_here.paused && m_here.ticket; }
    [[nodiscard]] QString nextStepText() const;
    [[nodiscard]] bool canDoNextStep() const;
    [[nodiscard]] bool canRecall() const
    {
        return can(May::Recall) && (!isLastRecall() || secondsToNoShow() == 0);
    }
    [[nodiscard]] bool canNoShow() const { return can(May::NoShow) && secondsToNoShow() == 0; }
    /// With the seconds that the customer still has to come.
    [[nodiscard]] QString noShowText() const;
    [[nodiscard]] bool canUndo() const { return can(May::Undo) && (m_lastStep.isUntold() || offeredStep()); }
    /// What would be taken back, as long as that is offered: "finish A012".
    [[nodiscard]] QString lastStepText() const;
    /// Whether lastStepText() names a step.
    [[nodiscard]] bool offersUndo() const { return canUndo() && offeredStep(); }
    /// For how long it is offered.
    [[nodiscard]] int undoSeconds() const
    {
        return static_cast<int>(m_lastStep.left(m_clock.steady()).count());
    }
    [[nodiscard]] bool canTransfer() const { return can(May::Transfer); }
    [[nodiscard]] bool canPark() const { return can(May::Park); }
    [[nodiscard]] bool canUnpark() const { return can(May::Unpark); }
    [[nodiscard]] bool canCallNumber() const { return can(May::Call); }
    /// The label of the recall button: recall, or no-show when that is what one more recall makes.
    [[nodiscard]] QString recallText() const;
    /// Whether the counter can be given to another clerk, with the present customer.
    [[nodiscard]] bool canWalkIn() const { return can(May::WalkIn); }
    [[nodiscard]] bool canHandover() const { return can(May::Handover); }
    [[nodiscard]] bool canMore() const { return canWalkIn() || canHandover() || canClose(); }
    /// Whether the counter can be paused, or the pause after this customer be taken back. What ends a pause
    /// is the next step.
    [[nodiscard]] bool canPause() const
    {
        return m_here.paused ? pausesNext() && can(May::Resume) : can(May::Pause);
    }
    [[nodiscard]] bool canHelp() const { return can(May::Help) && !m_here.helpAsked; }
    [[nodiscard]] bool helpAsked() const { return m_here.helpAsked; }
    [[nodiscard]] bool canClose() const { return can(May::Close); }
    [[nodiscard]] const QString& notice() const { return m_notice; }
    [[nodiscard]] bool noticeIsRefusal() const { return m_noticeIsRefusal; }
    [[nodiscard]] QAbstractItemModel* facts() { return &m_facts; }
    /// How long who comes now for a service of this counter waits; no rows while the hall is away.
    [[nodiscard]] QAbstractItemModel* waits() { return &m_waits; }
    [[nodiscard]] QAbstractItemModel* parked() { return &m_parked; }
    [[nodiscard]] CommandPrompt* prompt() { return &m_prompt; }

signals:
    void changed();
    /// The hall took a step of this window.
    void stepTaken();
    /// From the window that works this counter.
    void takeOverWanted();

private:
    using May = client::api::May;
    /// A transfer that is being asked for.
    struct Onward
    {
        Destination to{};
        bool first = false;
        QString reason{};
    };

    /// The hall is there and nothing has been under way for long. The sender sees to it that a second press
    /// sends nothing.
    [[nodiscard]] bool ready() const
    {
        return m_connected && m_forbidden.isEmpty() && !m_elsewhere && !sending();
    }
    [[nodiscard]] bool can(May step) const { return ready() && m_here.may.contains(step); }
    /// One more makes a no-show.
    [[nodiscard]] bool isLastRecall() const { return m_here.ticket && m_here.ticket->recallsLeft == 0; }
    /// 0: the called one may be marked as a no-show, or there is none.
    [[nodiscard]] qint64 secondsToNoShow() const;
    [[nodiscard]] const client::api::LastStep* offeredStep() const
    {
        return m_lastStep.offered(m_clock.steady());
    }
    [[nodiscard]] QList<QVariantList> ownServices() const;
    [[nodiscard]] QList<QVariantList> moreSteps() const;
    void chooseMore(const QString& step);
    void unparkRow(int row);
    void settleTyped();
    void fillParked();
    [[nodiscard]] QList<QVariantList> outcomes() const;
    /// With `step`, for the present ticket if it finishes.
    [[nodiscard]] ReferenceQuestion referenceQuestion(May step) const;
    [[nodiscard]] bool asksAtFinish() const;
    [[nodiscard]] May nextStep() const;
    /// False: not sent, because the hall is away or a command is under way.
    bool send(const client::api::CounterRequest& request);
    void sendIf(bool possible, May step);
    void take(const client::api::Counter& counter);
    void answerPrompt(CommandPrompt::Kind kind, const QString& answer, const QString& number);
    [[nodiscard]] static bool isOfTransfer(CommandPrompt::Kind kind);
    void answerTransfer(CommandPrompt::Kind kind, const QString& answer);
    void goOnward(bool mayNeedService);
    void offerDestinations();
    /// Says so when it can't be sent.
    void sendAnswer(const client::api::CounterRequest& request);
    void open();
    void refuseStep(May step, const client::Answer& answer);
    void conclude(May step, const client::Answer& answer);
    [[nodiscard]] QString refusalOf(May step, const client::Answer& answer) const;
    [[nodiscard]] QString outcome(May step, const client::Answer& answer) const;
    [[nodiscard]] QString sentOnWords(const client::api::Ticket& ticket) const;
    void refuse(const client::Answer& answer);
    void say(const QString& notice, bool isRefusal);
    void fill();
    void fillWaits();

    CommandSender m_sender;
    QString m_counter;
    QString m_clerk;
    QString m_clerkProblem;
    QString m_pin;
    client::api::Reference m_typed; ///< sent, and not taken yet
    QString m_typedFor;             ///< the ticket of that; empty: a walk-in
    QString m_nextClerk;            ///< who is to go on, while the PIN is asked for
    Onward m_onward;                ///< while it is asked for
    bool m_needsPin = false;
    client::FaceClock m_clock;
    client::api::Counter m_here;
    CommandPrompt m_prompt;
    client::RowList m_facts;
    client::RowList m_waits;
    client::RowList m_parked;
    ScanGuard m_typedKeys;
    std::chrono::milliseconds m_parkedSince{0}; ///< since when its rows have been where they are
    Floor m_floor;
    StepOffer m_lastStep;
    QString m_forbidden; ///< the hall's own words, for the log
    QString m_notice;
    QString m_rated; ///< the number that was invited to rate last
    std::chrono::milliseconds m_noticeUntil{0};
    qint64 m_hallAhead = 0; ///< ms that the hall's clock is ahead of this machine's
    bool m_connected = false;
    bool m_elsewhere = false;
    bool m_takesOver = false; ///< the next opening closes the clerk's other counter
    bool m_noticeIsRefusal = false;
    bool m_noSuchCounter = false; ///< why it is forbidden; else it is the token
};

} // namespace starqueue::counter
