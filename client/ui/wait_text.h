#pragma once

#include <QJsonObject>
#include <QObject>
#include <QQmlEngine>

#include <optional>

namespace starqueue::ui {

/// An expected wait in whole minutes: eight waits in ten end within it.
struct WaitRange
{
    int lowMinutes = 0;
    int highMinutes = 0;
};

/// From the hall's `waitSeconds` {p10, p50, p90}: rounded outwards, so that the range never promises
/// more than the estimate does; at least one minute wide. Nothing when the hall has no estimate.
[[nodiscard]] std::optional<WaitRange> waitRange(const QJsonObject& waitSeconds);

/// The words for an expected wait, for QML as `WaitText`, in the language spoken now.
class WaitText : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    /// "8–14"; empty when there is no estimate.
    Q_INVOKABLE [[nodiscard]] static QString minutes(const QJsonObject& waitSeconds);

    /// "8–14 min" / "8–14 分钟"; "Right away" / "马上办理" when nobody is ahead; a dash without an estimate.
    /// Bind it with Language.code in the expression, so that it follows a change of language.
    Q_INVOKABLE [[nodiscard]] static QString text(int ahead, const QJsonObject& waitSeconds);
};

} // namespace starqueue::ui
