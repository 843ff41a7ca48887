#include <kiosk/closed_words.h>

#include <client/face/hall_time.h>
#include <client/ui/language.h>
#include <kiosk/hall_clock.h>

#include <QCoreApplication>

namespace starqueue::kiosk {

using namespace Qt::StringLiterals;

namespace {

/// Named so that the words are found in the sources.
QString tr(const char* source)
{
    return QCoreApplication::translate("ClosedWords", source);
}

} // namespace

QString openingText(const QDateTime& opensAt, const QDateTime& now, const QTimeZone& zone,
                    const QLocale& locale)
{
    if (!opensAt.isValid())
        return {};
    const QDateTime local = client::inHallZone(opensAt, zone);
    if (local.date() == client::inHallZone(now, zone).date())
        return local.toString(u"HH:mm"_s);
    return hallTimeText(opensAt, zone, locale);
}

QString closedWords(const client::api::Service& service, const QDateTime& now, const QTimeZone& zone)
{
    if (service.closedReason == client::api::ClosedReason::SoldOut)
        return tr("No numbers left today");
    const QString opens = openingText(service.opensAt, now, zone, ui::Language::instance().locale());
    return opens.isEmpty() ? QString() : tr("Opens %1").arg(opens);
}

} // namespace starqueue::kiosk
