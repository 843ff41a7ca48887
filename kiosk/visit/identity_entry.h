#pragma once

#include <client/api/requests.h>
#include <client/face/scan_reader.h>

#include <QObject>
#include <QQmlEngine>

namespace starqueue::kiosk {

/// What a customer types or scans to say who they are. Kept only until clear(); never shown in full.
///
/// A phone number is 11 digits when it begins with 1 (Chinese mobile numbers), otherwise 6 to 15
/// (ITU-T E.164).
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
    [[nodiscard]] bool scanned() const { return !m_code.text.isEmpty(); }

    /// The identity for the request for a ticket; none unless confirmed.
    [[nodiscard]] std::optional<client::api::Identity> identity() const;

    Q_INVOKABLE void addDigit(int digit);
    Q_INVOKABLE void removeDigit();
    Q_INVOKABLE void clear();
    /// False, and nothing changes, while the number is incomplete.
    bool confirm();

    /// What a reader has read, in place of what was typed; it needs no confirmation.
    void take(const client::ScannedCode& code);

signals:
    void changed();

private:
    QString m_digits;
    client::ScannedCode m_code;
    bool m_confirmed = false;
};

} // namespace starqueue::kiosk
