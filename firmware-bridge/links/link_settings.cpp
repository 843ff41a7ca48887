#include <firmware-bridge/links/link_settings.h>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kTcp = u"tcp:";
constexpr quint16 kRawPrinting = 9100;
constexpr int kWithoutBaud = 115200;

tl::expected<LinkSettings, QString> networkLink(const QString& written)
{
    LinkSettings link;
    link.kind = LinkSettings::Kind::Tcp;
    link.baud = kWithoutBaud;
    const QString address = written.mid(kTcp.size());
    // An IPv6 address has colons of its own and stands in brackets: tcp:[2001:db8::7]:9100.
    const qsizetype bracket = address.indexOf(u']');
    const qsizetype colon = address.indexOf(u':', bracket + 1);
    link.host = colon < 0 ? address : address.left(colon);
    bool isNumber = true;
    const uint port = colon < 0 ? kRawPrinting : address.mid(colon + 1).toUInt(&isNumber);
    if (link.host.startsWith(u'[') && bracket > 0)
        link.host = link.host.mid(1, bracket - 1);
    if (link.host.isEmpty() || !isNumber || port == 0 || port > 0xFFFF)
        return tl::unexpected(u"is no address; right would be \"tcp:192.0.2.7:9100\""_s);
    link.port = static_cast<quint16>(port);
    link.path = written;
    return link;
}

} // namespace

LinkSettings usbPrinter(LinkSettings link)
{
    link.kind = LinkSettings::Kind::UsbPrinter;
    link.baud = kWithoutBaud;
    return link;
}

tl::expected<LinkSettings, QString> linkNamed(const QString& written)
{
    if (written.startsWith(kTcp))
        return networkLink(written);
    LinkSettings link;
    link.path = written;
    if (written.startsWith("/dev/usb/"_L1))
        link = usbPrinter(link);
    return link;
}

} // namespace starqueue::bridge
