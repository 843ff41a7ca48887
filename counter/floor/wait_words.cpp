#include <counter/floor/wait_words.h>

#include <client/wait_minutes.h>

#include <QCoreApplication>

namespace starqueue::counter::words {

QString wait(const std::optional<client::api::WaitRange>& wait)
{
    switch (client::waitWords(wait)) {
    case client::WaitWords::AtOnce:
        return QCoreApplication::translate("WaitWords", "Right away");
    case client::WaitWords::Unknown:
        return QCoreApplication::translate("WaitWords", "Counters aren't open yet");
    case client::WaitWords::Range:
        return QCoreApplication::translate("WaitWords", "%1 min").arg(client::waitMinutes(wait));
    case client::WaitWords::None:
        break;
    }
    return {};
}

QString waitOf(const client::api::Service& service)
{
    if (!service.open && (service.takesTransfers || service.waiting > 0))
        return QCoreApplication::translate("WaitWords", "Closing · %1 waiting").arg(service.waiting);
    if (!service.open)
        return QCoreApplication::translate("WaitWords", "Closed at present");
    const QString promised = wait(service.waitSeconds);
    return promised.isEmpty() ? QCoreApplication::translate("WaitWords", "%1 waiting").arg(service.waiting)
                              : promised;
}

} // namespace starqueue::counter::words
