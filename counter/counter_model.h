#pragma once

#include <client/face/face_clock.h>
#include <client/face/row_list.h>
#include <counter/command_lane.h>
#include <counter/counter_sheet.h>
#include <counter/counter_view.h>

#include <QObject>
#include <QQmlEngine>

namespace starqueue::counter {

/// One counter as its clerk sees and works it, without a window.
///
/// Fed with boards, events and reachability from the hall and with time by
/// tick(), about four times a second; sends commands through a lane of its own, one
/// at a time. What isn't possible now is disabled rather than refused; a
/// refusal all the same comes as a notice in words. Lives on one thread.
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
    Q_PROPERTY(QString today READ today NOTIFY changed)
    Q_PROPERTY(QString waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString why READ why NOTIFY changed)
    Q_PROPERTY(QString timer READ timer NOTIFY changed)
    Q_PROPERTY(QString timerLabel READ timerLabel NOTIFY changed)
    Q_PROPERTY(QString pauseReason READ pauseReason NOTIFY changed)
    Q_PROPERTY(bool pausesNext READ pausesNext NOTIFY changed)
    Q_PROPERTY(QString mainText READ mainText NOTIFY changed)
    Q_PROPERTY(bool canMain READ canMain NOTIFY changed)
    Q_PROPERTY(bool canCalled READ canCalled NOTIFY changed)
    Q_PROPERTY(bool canServe READ canServe NOTIFY changed)
    Q_PROPERTY(bool canCallNumber READ canCallNumber NOTIFY changed)
    Q_PROPERTY(QString recallText READ recallText NOTIFY changed)
    Q_PROPERTY(bool canHandover READ canHandover NOTIFY changed)
    Q_PROPERTY(bool canPause READ canPause NOTIFY changed)
    Q_PROPERTY(bool canHelp READ canHelp NOTIFY changed)
    Q_PROPERTY(bool helpAsked READ helpAsked NOTIFY changed)
    Q_PROPERTY(bool canClose READ canClose NOTIFY changed)
    Q_PROPERTY(QString notice READ notice NOTIFY changed)
    Q_PROPERTY(bool noticeIsRefusal READ noticeIsRefusal NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* facts READ facts CONSTANT)
    Q_PROPERTY(QAbstractItemModel* parked READ parked CONSTANT)
    Q_PROPERTY(starqueue::counter::CounterSheet* sheet READ sheet CONSTANT)

public:
    enum class Page { Connecting, Forbidden, Closed, Idle, Paused, Ticket };
    Q_ENUM(Page)

    static constexpr std::chrono::milliseconds kQuick{250}; ///< an answer within it makes nothing flicker
    static constexpr std::chrono::seconds kNoticeStays{
        8}; ///< a good one; a refusal stays until the next command

    /// `clerk` may be empty: then it is asked for when the counter opens.
    CounterModel(client::HallClient& hall, const QString& counter, QString clerk, client::FaceClock clock,
                 QObject* parent = nullptr);

    void takeBoard(const QJsonObject& board);
    void takeEvent(const QString& name, const QJsonObject& data);
    /// `refusal`: why the hall refuses this token; empty when it doesn't.
    void setConnected(bool connected, const QString& refusal);
    void tick();

    /// The one thing that comes next: open, call, start, finish or resume.
    Q_INVOKABLE void mainStep();
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
    Q_INVOKABLE void handover();

    [[nodiscard]] Page page() const;
    [[nodiscard]] bool connected() const { return m_connected; }
    /// A command has been under way for longer than kQuick.
    [[nodiscard]] bool sending() const;
    [[nodiscard]] const QString& problem() const { return m_forbidden; }
    [[nodiscard]] QString counterName() const;
    /// Who works here; while the counter is closed, who is about to.
    [[nodiscard]] const QString& clerk() const;
    void setClerk(const QString& clerk);
    [[nodiscard]] QString today() const;
    [[nodiscard]] QString waiting() const;
    [[nodiscard]] QString number() const;
    [[nodiscard]] QString why() const;
    [[nodiscard]] QString timer() const;
    [[nodiscard]] QString timerLabel() const;
    [[nodiscard]] const QString& pauseReason() const { return m_view.pauseReason; }
    /// Here is still a customer; after them the counter pauses.
    [[nodiscard]] bool pausesNext() const { return m_view.paused && m_view.ticket; }
    [[nodiscard]] QString mainText() const;
    [[nodiscard]] bool canMain() const;
    [[nodiscard]] bool canCalled() const { return is(CounterState::Calling); }
    [[nodiscard]] bool canServe() const { return ready() && m_view.ticket; }
    [[nodiscard]] bool canCallNumber() const { return is(CounterState::Open); }
    /// What one more recall does.
    [[nodiscard]] QString recallText() const;
    /// To another clerk, with whoever is here.
    [[nodiscard]] bool canHandover() const { return canPause(); }
    [[nodiscard]] bool canPause() const;
    [[nodiscard]] bool canHelp() const;
    [[nodiscard]] bool helpAsked() const { return m_view.helpAsked; }
    [[nodiscard]] bool canClose() const { return is(CounterState::Open) || is(CounterState::Paused); }
    [[nodiscard]] const QString& notice() const { return m_notice; }
    [[nodiscard]] bool noticeIsRefusal() const { return m_noticeIsRefusal; }
    [[nodiscard]] QAbstractItemModel* facts() { return &m_facts; }
    [[nodiscard]] QAbstractItemModel* parked() { return &m_parked; }
    [[nodiscard]] CounterSheet* sheet() { return &m_sheet; }

signals:
    void changed();

private:
    /// The hall is there and nothing has been under way for long. That a second press sends nothing
    /// is the lane's doing.
    [[nodiscard]] bool ready() const { return m_connected && m_forbidden.isEmpty() && !sending(); }
    [[nodiscard]] bool is(CounterState state) const { return ready() && m_view.state == state; }
    [[nodiscard]] QString serviceName(const QString& id) const;
    [[nodiscard]] QList<QVariantList> otherServices() const;
    [[nodiscard]] QString mainVerb() const;
    /// False: not sent, because the hall is away or a command is under way.
    bool send(const QString& verb, const QJsonObject& body = {});
    bool sendAnswer(CounterSheet::Kind kind, const QString& answer, const QString& number);
    void take(const QJsonObject& counter);
    void answerSheet(CounterSheet::Kind kind, const QString& answer, const QString& number);
    void conclude(const QString& verb, const client::Answer& answer);
    void say(const QString& notice, bool isRefusal);
    void fill();

    CommandLane m_lane;
    QString m_counter;
    QString m_clerk;
    client::FaceClock m_clock;
    CounterView m_view;
    CounterSheet m_sheet;
    client::RowList m_facts;
    client::RowList m_parked;
    QList<std::pair<QString, QJsonObject>> m_services; ///< those that take a transfer: id and name
    QString m_forbidden;
    QString m_notice;
    QString m_rated; ///< the number that was invited to rate last
    std::chrono::milliseconds m_noticeUntil{0};
    qint64 m_hallAhead = 0; ///< ms that the hall's clock is ahead of this machine's
    bool m_connected = false;
    bool m_noticeIsRefusal = false;
};

} // namespace starqueue::counter
