package torgau.architecture.violations.catalogue.earth;

import com.google.common.geometry.S2Polygon;
import net.sf.geographiclib.GeodesicLine;

/// What it may know.
record Reads(S2Polygon compares, GeodesicLine draws) {}
