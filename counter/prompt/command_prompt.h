#pragma once

#include <client/api/may.h>
#include <client/api/values.h>
#include <client/face/face_clock.h>
#include <client/face/row_list.h>
#include <counter/keys/scan_guard.h>

#include <QObject>
#include <QQmlEngine>

namespace starqueue::counter {

/// What is asked beside a prompt's choices: what another system calls the visit.
struct ReferenceQuestion
{
    bool asked = false;
    bool needed = false;            ///< nothing is chosen without it
    QString known{};                ///< in words, what the ticket has of it; empty: nothing
    client::api::Reference typed{}; ///< when it was last asked, and not taken
};

/// The question that a command needs answered before it is sent: where to, what came of it, why, which
/// number, who.
///
/// One at a time. An answer, complete, closes the prompt and comes as answered(). Needs tick() for what is
/// typed(). Lives on one thread.
class CommandPrompt : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of CounterModel")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(Kind kind READ kind NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QString hint READ hint NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool offersFirst READ offersFirst NOTIFY changed)
    Q_PROPERTY(bool first READ isFirst WRITE setFirst NOTIFY changed)
    Q_PROPERTY(bool needsNumber READ needsNumber NOTIFY changed)
    Q_PROPERTY(bool secret READ isSecret NOTIFY changed)
    Q_PROPERTY(bool takesText READ takesText NOTIFY changed)
    Q_PROPERTY(QString number READ number WRITE setNumber NOTIFY changed)
    Q_PROPERTY(bool complete READ isComplete NOTIFY changed)
    Q_PROPERTY(bool asksReference READ asksReference NOTIFY changed)
    Q_PROPERTY(bool beginsWithReference READ beginsWithReference NOTIFY changed)
    Q_PROPERTY(QString referenceHint READ referenceHint NOTIFY changed)
    Q_PROPERTY(QString caseNumber READ caseNumber WRITE setCaseNumber NOTIFY changed)
    Q_PROPERTY(QString item READ item WRITE setItem NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* choices READ choices CONSTANT)

public:
    enum class Kind {
        None,
        Transfer,
        TransferService, ///< the counter is chosen
        TransferReason,  ///< likewise, to the head of the line
        WalkIn,
        Outcome,
        Park,
        CallNumber,
        Pause,
        Handover,
        HandoverPin,
        More, ///< what is done seldom
        Keys  ///< nothing is asked: which key does what
    };
    Q_ENUM(Kind)

    explicit CommandPrompt(client::FaceClock clock, QObject* parent = nullptr);

    /// Opens it with rows of (key, label) or (key, label, possible); a reason's text is its own key.
    void ask(Kind kind, const QList<QVariantList>& choices = {}, const ReferenceQuestion& reference = {});
    /// Other rows for the question that is open.
    void offer(const QList<QVariantList>& choices);
    void tick();
    Q_INVOKABLE void close();
    /// Answers with the choice at `row`; one that isn't there does nothing.
    Q_INVOKABLE void choose(int row);
    /// The first choice that can be taken; -1: there is none.
    [[nodiscard]] Q_INVOKABLE int firstPossible() const;
    /// Answers with words of the clerk's own; empty ones do nothing.
    Q_INVOKABLE void enter(const QString& text);
    /// What of the clerk's own words may stand; problem() says why when that isn't all.
    Q_INVOKABLE QString checked(const QString& text);
    /// A key was pressed among the choices. A digit chooses; but where a reference is asked for, only when
    /// nothing more follows at once: what a scanner types goes to the case number.
    Q_INVOKABLE void typeKey(const QString& text);
    /// Enter was pressed among the choices. False: it doesn't belong to a scan.
    Q_INVOKABLE bool endScan();
    /// Space was pressed among the choices. False: it doesn't belong to a scan.
    Q_INVOKABLE bool spaceInScan();

    [[nodiscard]] bool isOpen() const { return m_kind != Kind::None; }
    [[nodiscard]] Kind kind() const { return m_kind; }
    /// The step that its answer leads to; Nothing: it is closed.
    [[nodiscard]] client::api::May step() const;
    [[nodiscard]] QString title() const;
    /// What there is to know about the choices; empty: nothing.
    [[nodiscard]] QString note() const;
    /// The placeholder of the field for the clerk's own words.
    [[nodiscard]] QString hint() const;
    /// Why what was typed doesn't stand in the field; empty: it does.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    /// Whether the customer may be sent to the head of the line.
    [[nodiscard]] bool offersFirst() const { return m_kind == Kind::Transfer; }
    [[nodiscard]] bool isFirst() const { return m_first; }
    void setFirst(bool first);
    [[nodiscard]] bool needsNumber() const { return m_kind == Kind::CallNumber; }
    /// Nobody may read over the shoulder.
    [[nodiscard]] bool isSecret() const { return m_kind == Kind::HandoverPin; }
    [[nodiscard]] bool takesText() const { return isOpen() && !hasChoicesAlone(); }
    [[nodiscard]] const QString& number() const { return m_number; }
    /// Takes a typed number in the form of the ticket: without spaces, in capitals.
    void setNumber(const QString& number);
    /// Whether all is said that a choice needs.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool asksReference() const { return m_asked.asked; }
    /// The reference is the only thing asked, or nothing goes without it: who types begins there.
    [[nodiscard]] bool beginsWithReference() const;
    /// What the ticket has already, or that one is needed.
    [[nodiscard]] QString referenceHint() const;
    [[nodiscard]] const QString& caseNumber() const { return m_asked.typed.caseNumber; }
    void setCaseNumber(const QString& number) { takeTyped(m_asked.typed.caseNumber, number); }
    [[nodiscard]] const QString& item() const { return m_asked.typed.item; }
    void setItem(const QString& code) { takeTyped(m_asked.typed.item, code); }
    /// As typed, until the next question.
    [[nodiscard]] const client::api::Reference& reference() const { return m_asked.typed; }
    [[nodiscard]] QAbstractItemModel* choices() { return &m_choices; }

signals:
    void changed();
    void firstChanged();
    /// `answer`: the destination's key, the service's or outcome's id, the clerk, the PIN or the reason;
    /// `number`: only for CallNumber.
    void answered(starqueue::counter::CommandPrompt::Kind kind, const QString& answer, const QString& number);

private:
    [[nodiscard]] static QStringList reasons(Kind kind);
    [[nodiscard]] bool hasChoicesAlone() const;
    [[nodiscard]] bool lacksReference() const;
    void takeTyped(QString& part, const QString& text);
    void settle();
    void chooseByDigit(const QString& typed);
    void finish(const QString& answer);
    void setChoices(QList<QVariantList> rows);

    Kind m_kind = Kind::None;
    bool m_first = false;
    QString m_number;
    QString m_problem;
    ReferenceQuestion m_asked;
    client::FaceClock m_clock;
    ScanGuard m_scan;
    client::RowList m_choices;
};

} // namespace starqueue::counter
