#include <kiosk/qr_code.h>

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace starqueue::kiosk {

namespace {
constexpr int kQuietModules = 4;
}

QrModules qrModules(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty())
        return {};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        return {};
    QrModules modules{code->width, QBitArray(qsizetype{code->width} * code->width)};
    for (int i = 0; i < modules.dark.size(); ++i)
        modules.dark.setBit(i, (code->data[i] & 1) != 0);
    return modules;
}

QrCode::QrCode(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setFillColor(Qt::white);
    setOpaquePainting(true);
}

void QrCode::setText(const QString& text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_modules = qrModules(text);
    emit textChanged();
    update();
}

void QrCode::paint(QPainter* painter)
{
    if (m_modules.side == 0)
        return;
    // Whole pixels: a module of uneven width is what phones fail to read.
    const int across = m_modules.side + 2 * kQuietModules;
    const int module = std::max(1, static_cast<int>(std::min(width(), height())) / across);
    const int left = (static_cast<int>(width()) - module * m_modules.side) / 2;
    const int top = (static_cast<int>(height()) - module * m_modules.side) / 2;
    for (int y = 0; y < m_modules.side; ++y) {
        for (int x = 0; x < m_modules.side; ++x) {
            if (m_modules.dark.testBit(y * m_modules.side + x))
                painter->fillRect(left + x * module, top + y * module, module, module, Qt::black);
        }
    }
}

} // namespace starqueue::kiosk
