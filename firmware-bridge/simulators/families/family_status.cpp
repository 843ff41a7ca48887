#include <firmware-bridge/simulators/families/family_status.h>

// The bits as the makers' manuals print them.

namespace starqueue::simulators {

namespace {

using Layout = FamilySettings::Layout;

constexpr int kFixed = 0x12;

int when(bool on, int bits)
{
    return on ? bits : 0;
}

QByteArray oneByte(int value)
{
    return QByteArray(1, static_cast<char>(value));
}

int printerStatus(const FamilySettings& settings, const Mechanics& now)
{
    return kFixed | when(now.offline(), 0x08) | when(now.awaitsFeed, 0x20) | when(now.feedPressed, 0x40) |
           when(settings.layout == Layout::Snbc, 0x04);
}

int offlineCause(const Mechanics& now)
{
    return kFixed | when(now.coverOpen, 0x04) | when(now.feedPressed, 0x08) | when(!now.paper, 0x20) |
           when(now.error() || now.broken || now.headHot, 0x40);
}

int errorCause(const FamilySettings& settings, const Mechanics& now)
{
    const bool coverWhilePrinting = now.coverOpen && now.printing && !settings.coverIsError;
    const bool recovers = now.headHot || (coverWhilePrinting && settings.layout == Layout::Epson) ||
                          (now.coverOpen && settings.layout == Layout::Snbc);
    const bool mechanical = settings.jamHasBit && (now.jamError || now.coverError);
    return kFixed | when(mechanical, 0x04) | when(now.cutterError, 0x08) | when(now.broken, 0x20) |
           when(recovers != settings.autoRecoverInverted, 0x40);
}

int paperSensors(const FamilySettings& settings, const Mechanics& now)
{
    const bool end = !now.paper || (settings.sensorLiesWhenOpen && now.coverOpen);
    if (settings.noPaperAnswer && end)
        return *settings.noPaperAnswer;
    if (settings.layout == Layout::Citizen)
        return kFixed | when(now.paperLow, 0x0C) | when(end, 0x20) |
               when(now.ticketAtExit != settings.presentBitInverted, 0x40);
    return kFixed | when(now.paperLow, 0x0C) | when(end, 0x60);
}

int fifthStatus(const FamilySettings& settings, const Mechanics& now)
{
    if (settings.layout == Layout::Masung)
        return when(now.ticketAtExit, 0x04) | when(now.jamError, 0x08);
    return kFixed | when(now.coverOpen, 0x04) | when(now.headHot, 0x08);
}

int plainStatus(const FamilySettings& settings, const Mechanics& now, int question)
{
    switch (question) {
    case 1:
        return printerStatus(settings, now);
    case 2:
        return offlineCause(now);
    case 3:
        return errorCause(settings, now);
    case 4:
        return paperSensors(settings, now);
    case 5:
        return fifthStatus(settings, now);
    case 6:
        return kFixed | when(now.jamError, 0x20);
    default: // 17, Custom's printer status
        return kFixed | when(now.motorOn, 0x04) | when(!now.paper, 0x20);
    }
}

bool allIsWell(const Mechanics& now)
{
    return !now.offline() && !now.paperLow && !now.ticketAtExit && !now.ticketInside;
}

} // namespace

std::optional<QByteArray> statusAnswer(const FamilySettings& settings, const Mechanics& now, int question)
{
    if (!settings.questions.contains(static_cast<char>(question)))
        return std::nullopt;
    if (question == 20)
        return QByteArray("\x10\x0F", 2) + fullStatus(now, 0x0F);
    int answer = plainStatus(settings, now, question);
    if (const auto whole = settings.wholeAnswer.find(question);
        whole != settings.wholeAnswer.end() && (allIsWell(now) || answer == kFixed))
        answer = whole->second;
    if (const auto stuck = settings.stuck.find(question); stuck != settings.stuck.end())
        answer = (answer | stuck->second.on) & ~stuck->second.off;
    return oneByte(answer);
}

QByteArray automaticStatus(const FamilySettings& settings, const Mechanics& now)
{
    const bool mechanical = settings.jamHasBit && (now.jamError || now.coverError);
    const int first =
        0x10 | when(now.offline(), 0x08) | when(now.coverOpen, 0x20) | when(now.feedPressed, 0x40);
    const int second = when(now.awaitsFeed, 0x01) | when(now.feedPressed, 0x02) |
                       when(mechanical || now.coverError, 0x04) | when(now.cutterError, 0x08) |
                       when(now.broken, 0x20) | when(now.headHot, 0x40);
    int third = when(now.paperLow, 0x03);
    if (settings.layout == Layout::Citizen)
        third |= when(!now.paper, 0x04) | when(now.ticketAtExit == settings.emptyBitInverted, 0x08);
    else
        third |= when(!now.paper, 0x0C);
    return oneByte(first) + oneByte(second) + oneByte(third) + oneByte(0);
}

QByteArray fullStatus(const Mechanics& now, int mask)
{
    const int bytes[] = {
        when(!now.paper, 0x01) | when(now.paperLow, 0x04) | when(now.ticketAtExit, 0x20),
        when(now.coverOpen, 0x03) | when(now.motorOn, 0x08) | when(now.feedPressed, 0x20),
        when(now.headHot, 0x01) | when(now.jamError, 0x40),
        when(now.cutterError, 0x01) | when(now.coverOpen, 0x02) | when(now.broken, 0x08),
    };
    QByteArray answer;
    for (int i = 0; i < 4; ++i)
        if ((mask & (1 << i)) != 0)
            answer += oneByte(bytes[i]);
    return answer;
}

QByteArray ejectorStatus(const Mechanics& now)
{
    return oneByte(when(now.paperLow, 0x01) | when(now.ticketInside, 0x04) | when(now.ticketAtExit, 0x08) |
                   when(now.motorOn, 0x10) | when(now.error(), 0x40) | when(now.jamError, 0x80));
}

QByteArray sensorAnswer(const Mechanics& now)
{
    return oneByte(when(now.paperLow, 0x03) | when(!now.paper, 0x0C));
}

QByteArray identityAnswer(const FamilySettings& settings, int which)
{
    const auto framed = [](const QByteArray& text) { return '_' + text + '\0'; };
    switch (which) {
    case 1:
        return settings.type;
    case 2:
        return oneByte(settings.features);
    case 33:
        return QByteArray("\x3D\x21", 2) + oneByte(0x40 | settings.features) + '\0';
    case 65:
        return framed("1.00");
    case 66:
        return framed(settings.maker);
    case 67:
        return framed(settings.model);
    case 68:
        return framed("A0000001");
    case 69:
        return framed(settings.font);
    default:
        return {};
    }
}

} // namespace starqueue::simulators
