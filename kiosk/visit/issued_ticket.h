#pragma once

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QQmlEngine>
#include <QTimer>

namespace starqueue::kiosk {

/// The ticket that a customer was just given, and what became of its print.
///
/// The printer's news may overtake the hall's answer: outcomes are kept until the ticket is shown.
class IssuedTicket : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the model owns it")
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString service READ service NOTIFY changed)
    Q_PROPERTY(int ahead READ ahead NOTIFY changed)
    Q_PROPERTY(QString minutes READ minutes NOTIFY changed)
    Q_PROPERTY(QString statusUrl READ statusUrl NOTIFY changed)
    Q_PROPERTY(Print print READ print NOTIFY changed)

public:
    enum class Print {
        Printing,    ///< the bridge has not reported yet
        Printed,     ///< please take your ticket
        OutOfPaper,  ///< from here on the number on the screen is the ticket
        Unavailable, ///< cover open, offline, unknown, dropped, or no printer at all
        Slow,        ///< no word from the printer in time; the ticket may still come
    };
    Q_ENUM(Print)

    explicit IssuedTicket(QObject* parent = nullptr);

    [[nodiscard]] QString number() const { return m_ticket.value("number").toString(); }
    [[nodiscard]] QString service() const;
    [[nodiscard]] int ahead() const { return m_ticket.value("ahead").toInt(); }
    [[nodiscard]] QString minutes() const;
    [[nodiscard]] QString statusUrl() const { return m_ticket.value("statusUrl").toString(); }
    [[nodiscard]] Print print() const { return m_print; }
    [[nodiscard]] bool shown() const { return !m_ticket.isEmpty(); }

    /// Takes the answer of POST /tickets; `printer` is this kiosk's printer as the board has it.
    void show(const QJsonObject& ticket, const QString& printer);
    /// An event of the hall; those of other tickets' jobs change nothing.
    void follow(const QString& event, const QJsonObject& data);
    /// The printer had time enough.
    void giveUpOnPrinter();
    void clear();

signals:
    void changed();
    void printChanged();

private:
    void setPrint(Print print);

    QJsonObject m_ticket;
    QHash<QString, QString> m_outcomes;
    QTimer m_patience;
    Print m_print = Print::Printing;
};

/// How a print ended, from the job's outcome or the printer's state: "printed", "paperOut", …
[[nodiscard]] IssuedTicket::Print printAfter(const QString& outcome);

} // namespace starqueue::kiosk
