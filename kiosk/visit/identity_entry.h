#pragma once

#include <client/api/requests.h>

#include <QDateTime>
#include <QObject>
#include <QQmlEngine>

namespace starqueue::kiosk {

/// What a customer types or scans to say who they are. Kept only until clear(); never shown in full.
///
/// A phone number is 11 digits when it begins with 1 (Chinese mobile numbers), otherwise 6 to 15
/// (ITU-T E.164). A code reader types like a keyboard: printable ASCII, quickly, ended by Enter.
class IdentityEntry : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the model owns it")
    Q_PROPERTY(QString masked READ masked NOTIFY changed)
    Q_PROPERTY(QString tail READ tail NOTIFY changed)
    Q_PROPERTY(bool empty READ empty NOTIFY changed)
    Q_PROPERTY(bool complete READ complete NOTIFY changed)
    Q_PROPERTY(bool confirmed READ confirmed NOTIFY changed)
    Q_PROPERTY(bool scanned READ scanned NOTIFY changed)

public:
    using QObject::QObject;

    /// Digits as the screen may show them: the first three, dots, and the last four.
    [[nodiscard]] QString masked() const;
    /// The last four digits; empty for a scanned code.
    [[nodiscard]] QString tail() const;
    [[nodiscard]] bool empty() const { return m_digits.isEmpty(); }
    [[nodiscard]] bool complete() const;
    [[nodiscard]] bool confirmed() const { return m_confirmed; }
    [[nodiscard]] bool scanned() const { return !m_code.isEmpty(); }

    /// The identity for the request for a ticket; none unless confirmed.
    [[nodiscard]] std::optional<client::api::Identity> identity() const;

    Q_INVOKABLE void addDigit(int digit);
    Q_INVOKABLE void removeDigit();
    Q_INVOKABLE void clear();
    /// False, and nothing changes, while the number is incomplete.
    bool confirm();

    /// One key of a code reader at instant `at`. True when its Enter completed a code, which is
    /// confirmed then. Keys further apart than 200 ms are a person's, and begin anew.
    bool takeKey(const QString& text, bool enter, const QDateTime& at);

signals:
    void changed();

private:
    QString m_digits;
    QString m_code;
    QString m_reading;
    QDateTime m_lastKey;
    bool m_confirmed = false;
};

} // namespace starqueue::kiosk
