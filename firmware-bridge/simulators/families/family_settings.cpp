#include <firmware-bridge/simulators/families/family_settings.h>

#include <firmware-bridge/simulators/families/escpos_family.h>
#include <firmware-bridge/simulators/families/nippon_family.h>
#include <firmware-bridge/simulators/families/star_family.h>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

FamilySettings bixolon()
{
    FamilySettings it;
    it.processId = false;
    it.jamHasBit = true;
    it.maker = "BIXOLON";
    it.model = "SRP-350plus";
    return it;
}

FamilySettings clone()
{
    FamilySettings it;
    it.processId = false;
    it.automatic = false;
    it.enquiry = FamilySettings::Enquiry::None;
    it.clearCommand = false;
    it.errorsLatch = false;
    it.imageEatsOn = true;
    it.bootsInChinese = true;
    it.maker = "POS";
    it.model = "80-Serial";
    return it;
}

FamilySettings custom()
{
    FamilySettings it;
    it.layout = FamilySettings::Layout::Custom;
    it.questions = QByteArray("\x01\x02\x03\x04\x11\x14", 6);
    it.processId = false;
    it.sensorReport = false;
    it.automatic = false;
    it.enquiry = FamilySettings::Enquiry::None;
    it.clearCommand = false;
    it.hardwareReset = true;
    it.errorsLatch = false;
    it.type = QByteArray("\xB9", 1);
    it.maker = "CUSTOM";
    it.model = "VKP80";
    it.presenter = FamilySettings::Presenter::Custom;
    it.onWaiting = FamilySettings::OnWaitingTicket::Jams;
    return it;
}

FamilySettings citizen()
{
    FamilySettings it;
    it.layout = FamilySettings::Layout::Citizen;
    it.questions = QByteArray("\x01\x02\x03\x04\x05\x06", 6);
    it.processId = false;
    it.jamHasBit = true;
    it.powerNotice = true;
    it.type = QByteArray("\x75", 1);
    it.maker = "CITIZEN";
    it.model = "PPU-700";
    it.presenter = FamilySettings::Presenter::Citizen;
    return it;
}

FamilySettings oneWay()
{
    FamilySettings it = clone();
    it.answers = false;
    it.sensorReport = false;
    it.flow = FamilySettings::Flow::Dtr;
    it.busyWhenOffline = true;
    it.imageEatsOn = false;
    return it;
}

FamilySettings snbc()
{
    FamilySettings it = bixolon();
    it.layout = FamilySettings::Layout::Snbc;
    it.maker = "SNBC";
    it.model = "BT-T080";
    return it;
}

FamilySettings masung()
{
    FamilySettings it = clone();
    it.layout = FamilySettings::Layout::Masung;
    it.questions = QByteArray("\x01\x02\x03\x04\x05", 5);
    it.stuck[1] = {0x16, 0};
    it.maker = "MASUNG";
    it.model = "MS-D347";
    return it;
}

FamilySettings reliance()
{
    FamilySettings it = custom();
    it.silentWhileFeeding = true;
    it.noPaperAnswer = 0x6C;
    it.maker = "PYRAMID";
    it.model = "RELIANCE";
    return it;
}

FamilySettings phoenix()
{
    FamilySettings it = clone();
    it.statusInOrder = true;
    it.sensorReport = false;
    it.bootsInChinese = false;
    it.wholeAnswer = {{3, 0x00}, {4, 0x1E}};
    it.noPaperAnswer = 0x72;
    it.maker = "PYRAMID";
    it.model = "PHOENIX";
    return it;
}

} // namespace

FamilySettings familySettings(Family family)
{
    switch (family) {
    case Family::Epson:
    case Family::Star:
    case Family::Nippon:
        return {};
    case Family::EpsonCoverError: {
        FamilySettings it;
        it.coverIsError = true;
        it.jamHasBit = true;
        it.model = "TM-L90";
        return it;
    }
    case Family::Bixolon:
        return bixolon();
    case Family::Clone:
        return clone();
    case Family::Custom:
        return custom();
    case Family::Citizen:
        return citizen();
    case Family::OneWay:
        return oneWay();
    case Family::Snbc:
        return snbc();
    case Family::Masung:
        return masung();
    case Family::Reliance:
        return reliance();
    case Family::Phoenix:
        return phoenix();
    }
    return {};
}

QStringList familyNames()
{
    return {u"epson-tm"_s,
            u"epson-tm-cover-error"_s,
            u"samsung-bixolon"_s,
            u"clone-gsr"_s,
            u"custom-presenter"_s,
            u"citizen-ppu"_s,
            u"one-way"_s,
            u"snbc"_s,
            u"masung"_s,
            u"reliance"_s,
            u"phoenix"_s,
            u"star"_s,
            u"nippon"_s};
}

std::optional<Family> familyNamed(const QString& name)
{
    const auto index = familyNames().indexOf(name);
    if (index < 0)
        return std::nullopt;
    return static_cast<Family>(index);
}

std::unique_ptr<FamilyPrinter> makeFamilyPrinter(Family family)
{
    if (family == Family::Star)
        return std::make_unique<StarFamily>();
    if (family == Family::Nippon)
        return std::make_unique<NipponFamily>();
    return std::make_unique<EscPosFamily>(familySettings(family));
}

} // namespace starqueue::simulators
