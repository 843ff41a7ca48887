#include <client/ui/wait_words.h>

#include <QCoreApplication>

namespace starqueue::ui {

QString waitWithoutMinutes(const std::optional<client::api::WaitRange>& wait)
{
    switch (client::waitWords(wait)) {
    case client::WaitWords::AtOnce:
        return QCoreApplication::translate("WaitWords", "Right away");
    case client::WaitWords::Unknown:
        return QCoreApplication::translate("WaitWords", "Counters aren't open yet");
    case client::WaitWords::None:
    case client::WaitWords::Range:
        break;
    }
    return {};
}

} // namespace starqueue::ui
