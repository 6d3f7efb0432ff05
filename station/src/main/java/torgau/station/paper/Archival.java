package torgau.station.paper;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;
import torgau.journal.crypto.Sha256;

/// What makes a PDF a PDF/A-2u (ISO 19005-2): metadata, an output intent, and an identity that depends
/// on the paper alone.
final class Archival {
    private static final String PRODUCER = "Torgau";
    private static final int ID_BYTES = 16;
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Identity of;
    private final byte[] profile;

    /// What a file is, beside its pages.
    ///
    /// @param title as it stands in the file's properties
    /// @param language of its first column, BCP 47
    /// @param subject of what it is a paper: its first 16 bytes count
    /// @param content by which papers of one subject differ
    record Identity(String title, String language, Instant made, byte[] subject, String content) {
        static Identity of(Paper paper) {
            return new Identity(
                    paper.entry().number(),
                    paper.columns().getFirst().language(),
                    paper.made(),
                    HexFormat.of().parseHex(paper.entry().id()),
                    paper.toString());
        }
    }

    /// @param profile of the output intent
    Archival(Identity of, byte[] profile) {
        this.of = of;
        this.profile = profile;
    }

    /// The profile of the platform.
    static byte[] profile() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    void mark(PDDocument document) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(of.language());
        catalog.setMetadata(metadata(document));
        catalog.getCOSObject().setItem(COSName.OUTPUT_INTENTS, intents(document));
        document.getDocument().setDocumentID(identity());
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(of.title());
        information.setProducer(PRODUCER);
        information.setCreationDate(GregorianCalendar.from(of.made().atZone(ZoneOffset.UTC)));
    }

    private PDMetadata metadata(PDDocument document) throws IOException {
        String xmp = """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
             xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
             xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
             pdfaid:part="2" pdfaid:conformance="U" pdf:Producer="%s" xmp:CreateDate="%s">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """.formatted(PRODUCER, ISO.format(of.made()), of.title());
        return new PDMetadata(document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8)));
    }

    private COSArray intents(PDDocument document) throws IOException {
        var stream = new PDStream(document, new ByteArrayInputStream(profile), COSName.FLATE_DECODE);
        stream.getCOSObject().setInt(COSName.N, 3);
        var intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
        intent.setItem(COSName.S, COSName.GTS_PDFA1);
        intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, "sRGB IEC61966-2.1");
        intent.setItem(COSName.DEST_OUTPUT_PROFILE, stream);
        var intents = new COSArray();
        intents.add(intent);
        return intents;
    }

    /// The first half names the subject, the second this paper of it.
    private COSArray identity() {
        var identity = new COSArray();
        identity.add(new COSString(Arrays.copyOf(of.subject(), ID_BYTES)));
        identity.add(
                new COSString(Arrays.copyOf(Sha256.of(of.content().getBytes(StandardCharsets.UTF_16BE)), ID_BYTES)));
        return identity;
    }
}
