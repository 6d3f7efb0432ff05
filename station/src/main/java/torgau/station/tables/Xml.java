package torgau.station.tables;

import java.io.ByteArrayInputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the XML of a part. Documents that define types or entities of their own are refused, and
/// nothing outside is ever fetched.
final class Xml {
    private Xml() {}

    /// Gives each element that begins; whoever takes it may read on, within it.
    static void read(byte[] part, String name, Consumer<XMLStreamReader> element) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(part));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw TableFault.damaged("the part " + name + " is not as a spreadsheet writes it");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element.accept(xml);
                }
            }
        } catch (XMLStreamException fault) {
            throw TableFault.damaged("the part " + name + " is no sound XML");
        }
    }

    /// The value of an attribute, whatever its namespace; empty if it is not there.
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    static boolean yes(XMLStreamReader xml, String attribute) {
        String value = attribute(xml, attribute);
        return value.equals("1") || value.equals("true");
    }

    /// A whole number of an attribute; -1 if it has none.
    static int number(XMLStreamReader xml, String attribute) {
        String value = attribute(xml, attribute);
        return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
    }
}
