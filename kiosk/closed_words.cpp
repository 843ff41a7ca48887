#include <kiosk/closed_words.h>

#include <client/face/hall_time.h>
#include <client/ui/language.h>
#include <kiosk/hall_clock.h>

#include <QCoreApplication>

namespace starqueue::kiosk {

namespace {

/// Named so that the words are found in the sources.
QString tr(const char* source)
{
    return QCoreApplication::translate("ClosedWords", source);
}

} // namespace

QString openingText(const QJsonValue& opensAt, const QDateTime& now, const QTimeZone& zone,
                    const QLocale& locale)
{
    const QDateTime opens = QDateTime::fromString(opensAt.toString(), Qt::ISODateWithMs);
    if (!opens.isValid())
        return {};
    const QDateTime local = client::inHallZone(opens, zone);
    if (local.date() == client::inHallZone(now, zone).date())
        return local.toString(QStringLiteral("HH:mm"));
    return hallTimeText(opens, zone, locale);
}

QString closedWords(const QJsonObject& service, const QDateTime& now, const QTimeZone& zone)
{
    if (service.value("closedReason").toString() == QLatin1String("sold_out"))
        return tr("No numbers left today");
    const QString opens = openingText(service.value("opensAt"), now, zone, ui::Language::instance().locale());
    return opens.isEmpty() ? QString() : tr("Opens %1").arg(opens);
}

} // namespace starqueue::kiosk
