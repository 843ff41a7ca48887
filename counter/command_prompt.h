#pragma once

#include <client/api/may.h>
#include <client/face/row_list.h>

#include <QObject>
#include <QQmlEngine>

namespace starqueue::counter {

/// The question that a command needs answered before it is sent: which service, what came of it, why, which
/// number, who.
///
/// One at a time. An answer, complete, closes the prompt and comes as answered(). Lives on one thread.
class CommandPrompt : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of CounterModel")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(Kind kind READ kind NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString hint READ hint NOTIFY changed)
    Q_PROPERTY(bool needsNumber READ needsNumber NOTIFY changed)
    Q_PROPERTY(bool secret READ isSecret NOTIFY changed)
    Q_PROPERTY(bool takesText READ takesText NOTIFY changed)
    Q_PROPERTY(QString number READ number WRITE setNumber NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* choices READ choices CONSTANT)

public:
    enum class Kind { None, Transfer, WalkIn, Outcome, Park, CallNumber, Pause, Handover, HandoverPin };
    Q_ENUM(Kind)

    explicit CommandPrompt(QObject* parent = nullptr);

    /// Opens it with rows of (key, label); a reason's text is its own key.
    void ask(Kind kind, const QList<QVariantList>& choices = {});
    Q_INVOKABLE void close();
    /// Answers with the choice at `row`; one that isn't there does nothing.
    Q_INVOKABLE void choose(int row);
    /// Answers with words of the clerk's own; empty ones do nothing.
    Q_INVOKABLE void enter(const QString& text);

    [[nodiscard]] bool isOpen() const { return m_kind != Kind::None; }
    [[nodiscard]] Kind kind() const { return m_kind; }
    /// The step that its answer leads to; Nothing: it is closed.
    [[nodiscard]] client::api::May step() const;
    [[nodiscard]] QString title() const;
    /// The placeholder of the field for the clerk's own words.
    [[nodiscard]] QString hint() const;
    [[nodiscard]] bool needsNumber() const { return m_kind == Kind::CallNumber; }
    /// Nobody may read over the shoulder.
    [[nodiscard]] bool isSecret() const { return m_kind == Kind::HandoverPin; }
    [[nodiscard]] bool takesText() const { return isOpen() && !hasChoicesAlone(); }
    [[nodiscard]] const QString& number() const { return m_number; }
    /// Takes a typed number in the form of the ticket: without spaces, in capitals.
    void setNumber(const QString& number);
    [[nodiscard]] QAbstractItemModel* choices() { return &m_choices; }

signals:
    void changed();
    /// `answer`: the service's or outcome's id, the clerk, the PIN or the reason; `number`: only for
    /// CallNumber.
    void answered(starqueue::counter::CommandPrompt::Kind kind, const QString& answer, const QString& number);

private:
    [[nodiscard]] static QStringList reasons(Kind kind);
    [[nodiscard]] bool hasChoicesAlone() const;
    void finish(const QString& answer);

    Kind m_kind = Kind::None;
    QString m_number;
    client::RowList m_choices;
};

} // namespace starqueue::counter
