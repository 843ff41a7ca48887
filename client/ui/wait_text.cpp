#include <client/ui/wait_text.h>

#include <algorithm>
#include <cmath>

namespace starqueue::ui {

namespace {
constexpr double kSecondsPerMinute = 60.0;
}

std::optional<WaitRange> waitRange(const QJsonObject& waitSeconds)
{
    const double low = waitSeconds.value(QLatin1String("p10")).toDouble(-1);
    const double high = waitSeconds.value(QLatin1String("p90")).toDouble(-1);
    if (low < 0 || high < low)
        return std::nullopt;
    WaitRange range;
    range.lowMinutes = static_cast<int>(std::floor(low / kSecondsPerMinute));
    range.highMinutes = std::max(static_cast<int>(std::ceil(high / kSecondsPerMinute)), range.lowMinutes + 1);
    return range;
}

QString WaitText::minutes(const QJsonObject& waitSeconds)
{
    const auto range = waitRange(waitSeconds);
    return range ? QStringLiteral("%1–%2").arg(range->lowMinutes).arg(range->highMinutes) : QString();
}

QString WaitText::text(int ahead, const QJsonObject& waitSeconds)
{
    const QString range = minutes(waitSeconds);
    if (range.isEmpty())
        return QStringLiteral("—");
    return ahead == 0 ? tr("Right away") : tr("%1 min").arg(range);
}

} // namespace starqueue::ui
